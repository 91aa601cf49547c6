import { aboutOf, type DocumentSubject, factsOf, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import { findSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencyTitles, findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

/** Kind and subject of a document. */
export interface About {
	kind: ReportJobKind;
	/** Code of the region, id of the agency, number of the session; empty for the whole province. */
	subject: string;
}

/** Whether the round has the subject, and the kind has a document on subjects of that sort. */
export function hasSubject(db: Db, round: Round, about: About): boolean {
	const { kind, subject } = about;
	const isThere: Record<DocumentSubject, () => boolean> = {
		province: () => factsOf(kind).whole !== null,
		region: () => scoreRound(db, round, 'region').some(({ region }) => region.code === subject),
		agency: () => scoreRound(db, round, 'agency').some(({ agency }) => agency?.id === subject),
		session: () => findSession(db, round, Number(subject)) !== null
	};
	return isThere[aboutOf(about)]();
}

/** Gives the names that people use for subjects; null for the whole province and for sessions. */
export function subjectNames(db: Db): (about: About) => string | null {
	const titles = agencyTitles(db);
	const nameOf: Record<DocumentSubject, (subject: string) => string | null> = {
		province: () => null,
		region: (code) => findRegion(db, code)?.name ?? null,
		agency: (id) => titles.get(id) ?? null,
		session: () => null
	};
	return (about) => nameOf[aboutOf(about)](about.subject);
}

/** Composes the subject's part of the file name: an agency by its region and name, for an id says nothing to a
 *  person. */
export function namedSubject(db: Db, about: About): string {
	const agency = aboutOf(about) === 'agency' ? findAgency(db, about.subject) : null;
	return agency ? `${agency.regionCode}-${agency.name}` : about.subject;
}

/** Names the assessment that a document on a region or an agency is about; null for an agency that does not exist. */
export function assessmentOf(db: Db, about: About): { regionCode: string; agencyId: string | null } | null {
	if (aboutOf(about) !== 'agency') return { regionCode: about.subject, agencyId: null };
	const agency = findAgency(db, about.subject);
	return agency && { regionCode: agency.regionCode, agencyId: agency.id };
}
