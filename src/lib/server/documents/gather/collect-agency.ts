import { domainMeans, indexMean, indicatorMeans } from '#lib/domain/analysis/group-means.ts';
import { FEWEST_PEERS } from '#lib/domain/analysis/mean.ts';
import type { Mean } from '#lib/domain/analysis/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { scoreRound, type ScoredAssessment, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listPrintedPieces } from '#lib/server/fieldwork/evidence/printed-pieces.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import { collectPrevious, collectShared, documentNumber } from './collect-basis.ts';
import { collectAnswers } from './collect-region.ts';
import type { AgencyMeans, AgencyReport } from '#lib/server/documents/write/types.ts';

/** Signs of an agency's id that stand in the number of its report. */
const SHORT_ID = 8;

/** Collects the data of the report on one agency. Callers have found an agency's assessment and checked access.
 *  @param now milliseconds, the day of printing
 *  @param withEvidence list the evidence; callers have checked `evidence.read`, which publication does not open */
export function collectAgencyReport(db: Db, assessment: Assessment, now: number, withEvidence = false): AgencyReport {
	const { round, region, stored, revision } = assessment;
	const agency = assessment.agency!;
	const neighbours = scoreRound(db, round, 'agency').filter((other) => other.region.code === region.code);
	const { result, answers } = neighbours.find((other) => other.agency?.id === agency.id)!;
	const subject = `${region.code}/OPD/${agency.id.slice(0, SHORT_ID).toUpperCase()}`;
	return {
		...collectShared(db, round, stored, now),
		documentNumber: documentNumber(db, round, subject, revision),
		region: region.code,
		agency,
		results: [{ region, score: result, answers, status: result.status, track: result.track }],
		previous: collectPrevious(db, round, 'agency', (other) => (other.agency?.id === agency.id ? region.code : null)),
		robustness: null,
		boundaries: null,
		means: meansOf(stored.instrument, neighbours),
		...collectAnswers(db, assessment),
		plan: planFor({ instrument: stored.instrument, answers }, round, round, now),
		...(withEvidence && { evidence: listPrintedPieces(db, assessment) })
	};
}

/** Means, the same for all readers, so that one document does not say more on another's desk. */
function meansOf(instrument: Instrument, neighbours: readonly ScoredAssessment[]): AgencyMeans {
	const assessed = neighbours.map(toAssessed);
	const scope = { withProvince: true }; // the province's own agencies are no others than those of a kota
	const shown = ({ n, mean }: Mean) => (n >= FEWEST_PEERS ? mean : null);
	const byCode = (means: readonly (Mean & { code: string })[]) =>
		Object.fromEntries(means.map((mean) => [mean.code, shown(mean)]));
	const index = indexMean(assessed, scope);
	return {
		count: index.n,
		index: shown(index),
		domains: byCode(domainMeans(instrument, assessed, scope)),
		indicators: byCode(indicatorMeans(instrument, assessed, scope))
	};
}
