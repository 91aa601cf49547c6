import { FILE_TYPES } from '#lib/domain/evidence/file-types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { isEvidenceOpen } from '#lib/domain/workflow/assessment-machine.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { canReach, reachOf, trackOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { asPublished } from './frozen-pieces.ts';
import { describeTypes } from './describe-evidence.ts';
import { readEvidenceSettings } from './evidence-settings.ts';
import { type EvidenceView, listEvidence } from './list-evidence.ts';

/** The data of a page that shows evidence and takes more. */
export interface EvidencePanelData {
	pieces: EvidenceView[];
	/** `open` and `late`: the viewer may add; `late` marks the additions. */
	state: 'open' | 'late' | 'locked';
	/** The viewer's own track; null for a reader. */
	track: 'self' | 'assessor' | null;
	megabytes: number;
	/** Accepted types in words, and as the file dialog wants them. */
	types: string;
	accept: string;
	/** Path of this assessment in the API, `/api/v1/…`; evidence and uploads stand below it. */
	api: string;
}

/** Tells whether the viewer may read the evidence of an assessment. */
export function maySeeEvidence(
	db: Db,
	viewer: Viewer,
	{ round, region, agency }: Pick<Assessment, 'round' | 'region' | 'agency'>
): boolean {
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	return canReach(reachOf(db, viewer, 'evidence.read', round), subject);
}

/** Evidence of an assessment as its pages show it; null for a viewer who may not read it. */
export function readEvidencePanel(
	db: Db,
	viewer: Viewer,
	{ id, round, region, agency, status }: Assessment,
	{ now, locale }: { now: number; locale: Locale }
): EvidencePanelData | null {
	if (!maySeeEvidence(db, viewer, { round, region, agency })) return null;
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const own = trackOf(viewer);
	const track = own === 'final' ? null : own;
	const mayWrite = track !== null && canReach(reachOf(db, viewer, 'evidence.write', round), subject);
	const settings = readEvidenceSettings(db);
	return {
		pieces: asPublished(db, { round, region, agency }, listEvidence(db, viewer, id, { now, locale })),
		state: mayWrite ? isEvidenceOpen(track, status, round.status) : 'locked',
		track,
		megabytes: settings.megabytes,
		types: describeTypes(settings.types, locale),
		accept: settings.types.flatMap((type) => FILE_TYPES[type].endings.map((ending) => `.${ending}`)).join(','),
		api: `/api/v1/rounds/${round.code}/regions/${region.code}${agency ? `/agencies/${agency.id}` : ''}`
	};
}
