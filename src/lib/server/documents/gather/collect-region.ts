import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listPrintedPieces } from '#lib/server/fieldwork/evidence/printed-pieces.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { officialRows } from '#lib/server/rounds/assessment/official-rows.ts';
import { collectBasis, collectRobustness, documentNumber, type Gathering } from './collect-basis.ts';
import type { OfficialAnswer, RegionReport } from '#lib/server/documents/write/types.ts';

/** Collects the data of the report on one region. Callers have found a region's own assessment and checked access.
 *  @param now milliseconds, the day of printing */
export async function collectRegionReport(
	db: Db,
	assessment: Assessment,
	now: number,
	how: Gathering = {}
): Promise<RegionReport> {
	const [makeReport] = await collectRegionReports(db, assessment.round, [assessment], { ...how, now });
	return makeReport!();
}

/** Collects the data of the reports on several regions of a round, all of one moment: answers saved while one is
 *  laid out are in none of them. Callers as above.
 *  @returns for each region the function that makes its plan and with it the report: ten milliseconds that a folder
 *  need not spend at once */
export async function collectRegionReports(
	db: Db,
	round: Round,
	assessments: readonly Assessment[],
	how: Gathering & { now: number }
): Promise<(() => RegionReport)[]> {
	const { now } = how;
	const basis = collectBasis(db, round, now);
	const parts = assessments.map((assessment) => ({
		documentNumber: documentNumber(db, round, assessment.region.code, assessment.revision),
		region: assessment.region.code,
		...collectAnswers(db, assessment),
		...(how.withEvidence && { evidence: listPrintedPieces(db, assessment) })
	}));
	const robustness = await collectRobustness(db, round, how.certainty);
	return parts.map((part) => () => {
		const { answers } = basis.results.find(({ region }) => region.code === part.region)!;
		return {
			...basis,
			robustness,
			...part,
			plan: planFor({ instrument: basis.instrument, answers }, round, round, now)
		};
	});
}

/** Collects the answers of an assessment as its report quotes them. */
export function collectAnswers(db: Db, assessment: Assessment): Pick<RegionReport, 'official' | 'self'> {
	const rows = readAnswers(db, assessment);
	const official = Object.values(officialRows(rows)).map(
		({ indicator, track, level, notApplicable, justification }): [string, OfficialAnswer] => [
			indicator,
			{ track, level, notApplicable, justification }
		]
	);
	return { official: Object.fromEntries(official), self: selfLevels(rows) };
}

function selfLevels(rows: ReturnType<typeof readAnswers>): RegionReport['self'] {
	const self: RegionReport['self'] = {};
	for (const { track, indicator, level, notApplicable } of rows) {
		if (track === 'self' && (notApplicable || level !== null)) self[indicator] = notApplicable ? 'na' : level!;
	}
	return self;
}
