import { eq } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import { canReach, type Permission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answersByAssessment, assessmentByKey, type AssessmentFound } from '#lib/server/foundation/db/hot-queries.ts';
import { agencies, type answers, type assessments } from '#lib/server/foundation/db/schema.ts';
import { type StoredInstrument, toStored } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { toRegion } from '#lib/server/foundation/db/stored-province.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { frozenInstrument } from '#lib/server/rounds/round/round-content.ts';

export type AnswerRow = typeof answers.$inferSelect;

/** One assessment by its names: one region, or one of its agencies, in one round. */
export interface AssessmentKey {
	round: string;
	region: string;
	/** Agency id; null for the region's own assessment. */
	agency: string | null;
}

export interface Assessment {
	id: number;
	round: Round;
	region: Region;
	agency: { id: string; name: string } | null;
	stored: StoredInstrument;
	status: typeof assessments.$inferSelect.status;
	revision: number;
	statusChangedAt: number | null;
}

/** An assessment, as it was published where its round is. Callers turn null into 404 and `allowed: false` into 403.
 *  @returns null when it does not exist; `allowed` = the permission reaches it */
export function findAssessment(
	db: Db,
	viewer: Viewer,
	permission: Permission,
	key: AssessmentKey
): { assessment: Assessment; allowed: boolean } | null {
	const found = assessmentByKey.get(db, { ...key, agency: key.agency ?? '' });
	if (!found) return null;
	const { row, round } = found;
	const published = findSnapshot(db, round);
	const content = published ? frozenContent(published.snapshot, row) : liveContent(db, found);
	if (!content) return null;
	const allowed = canReach(reachOf(db, viewer, permission, round), row);
	return { assessment: { id: row.id, round, revision: row.revision, ...content }, allowed };
}

type Content = Pick<Assessment, 'region' | 'agency' | 'stored' | 'status' | 'statusChangedAt'>;

function liveContent(db: Db, { row, region, version }: AssessmentFound): Content {
	const agency = row.agencyId
		? (db.select({ id: agencies.id, name: agencies.name }).from(agencies).where(eq(agencies.id, row.agencyId)).get() ??
			null)
		: null;
	const stored = toStored(db, version);
	return { region: toRegion(region), agency, stored, status: row.status, statusChangedAt: row.statusChangedAt };
}

function frozenContent(
	snapshot: RoundSnapshot,
	{ regionCode, agencyId, instrumentId }: AssessmentFound['row']
): Content | null {
	const frozen = agencyId === null ? snapshot : snapshot.agencies;
	const region = snapshot.regions.find(({ code }) => code === regionCode);
	const result = frozen?.results.find(
		(candidate) => candidate.region.code === regionCode && (candidate.agency?.id ?? null) === agencyId
	);
	if (!frozen || !region || !result) return null;
	const since = frozen.statusSince[agencyId ?? regionCode] ?? null;
	return {
		region,
		agency: result.agency ?? null,
		stored: frozenInstrument(frozen, instrumentId),
		status: result.status,
		statusChangedAt: since === null ? null : Date.parse(since)
	};
}

/** All answers of an assessment as they stand in the table, every track: for writing. Readers take `readAnswers`. */
export function listAnswers(db: Db, assessmentId: number): AnswerRow[] {
	return answersByAssessment.all(db, { assessmentId });
}
