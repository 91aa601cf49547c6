import { findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import { canReach, hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { ReportJobKind } from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { ReportOptions } from '#lib/domain/document/report-options.ts';

/** What a document is about. */
interface About {
	kind: ReportJobKind;
	subject: string;
	/** Absent = what it shows without the list of evidence. */
	options?: Pick<ReportOptions, 'evidence'>;
}

/** Which documents of a round somebody may make and read: by the same rules as their data. One that lists evidence is for
 *  those who may read the evidence, to whom publication adds nobody. */
export function documentReader(db: Db, viewer: Viewer, round: Round): (about: About) => boolean {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const evidence = reachOf(db, viewer, 'evidence.read', round);
	return ({ kind, subject, options }) => {
		if (kind === 'minutes') return hasPermission(viewer, 'plenary.read');
		const listsEvidence = kind !== 'plan' && options?.evidence === true;
		if (kind === 'province' || kind === 'regions' || subject === '')
			return hasPermission(viewer, 'province.report') && (evidence.all || !listsEvidence);
		const about = kind === 'agency' ? agencyOf(db, subject) : { regionCode: subject, agencyId: null };
		return about !== null && canReach(reach, about) && (!listsEvidence || canReach(evidence, about));
	};
}

function agencyOf(db: Db, id: string): { regionCode: string; agencyId: string } | null {
	const agency = findAgency(db, id);
	return agency && { regionCode: agency.regionCode, agencyId: agency.id };
}

/** Whether somebody may make and read one document. */
export function mayReadDocument(db: Db, viewer: Viewer, round: Round, about: About): boolean {
	return documentReader(db, viewer, round)(about);
}
