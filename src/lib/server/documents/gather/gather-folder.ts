import { FOLDERS, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import type { ReportJob } from '#lib/server/documents/write/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { collectRegionReports } from './collect-region.ts';
import { laidOut, type Wanted } from './gather-document.ts';

type FolderKind = keyof typeof FOLDERS;

/** Codes or ids of all subjects of a folder. */
const SUBJECTS: Record<FolderKind, (db: Db, round: Round) => string[]> = {
	regions: (db, round) => scoreRound(db, round, 'region').map(({ region }) => region.code)
};

/** Counts the documents of a job: those of a folder, else one. */
export function countOf(db: Db, round: Round, kind: ReportJobKind): number {
	return kind in FOLDERS ? SUBJECTS[kind as FolderKind](db, round).length : 1;
}

/** A document of a folder; `makeJob` makes it ready to be laid out. */
export interface InFolder {
	subject: string;
	makeJob: () => ReportJob;
}

type Gathering = Pick<Wanted, 'locale' | 'options'>;

const GATHERERS: Record<FolderKind, (db: Db, round: Round, how: Gathering, now: number) => Promise<InFolder[]>> = {
	regions: async (db, round, { locale, options }, now) => {
		const codes = SUBJECTS.regions(db, round);
		const assessments = codes.map((region) => {
			const key = { round: round.code, region, agency: null };
			return findAssessment(db, MACHINE_VIEWER, 'assessment.read', key)!.assessment;
		});
		const how = { withEvidence: (options ?? EVERYTHING).evidence };
		const makeReports = await collectRegionReports(db, round, assessments, { ...how, now });
		return makeReports.map((makeReport, at) => ({
			subject: codes[at]!,
			makeJob: () => ({ kind: 'region', data: laidOut('region', makeReport(), options), locale })
		}));
	}
};

/** Gathers the data of the documents of a folder, as the round is now. Callers check access.
 *  @param now milliseconds, the day of printing */
export function gatherFolder(
	db: Db,
	round: Round,
	{ kind, ...how }: Gathering & { kind: FolderKind },
	now: number
): Promise<InFolder[]> {
	return GATHERERS[kind](db, round, how, now);
}
