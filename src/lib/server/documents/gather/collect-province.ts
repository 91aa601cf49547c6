import type { Db } from '#lib/server/foundation/db/open.ts';
import { planRegions } from '#lib/server/plans/province/province-plan.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { collectBasis, collectRobustness, documentNumber, type Gathering } from './collect-basis.ts';
import { tallyEvidence } from './evidence-tally.ts';
import type { ProvinceReport } from '#lib/server/documents/write/types.ts';

/** Collects the data of the report on the whole province. Callers check access.
 *  @param now milliseconds, the day of printing */
export async function collectProvinceReport(
	db: Db,
	round: Round,
	now: number,
	how: Gathering = {}
): Promise<ProvinceReport> {
	const basis = collectBasis(db, round, now);
	const tally = how.withEvidence && { evidenceTally: tallyEvidence(db, round, basis.results) };
	const [robustness, plans] = await Promise.all([
		collectRobustness(db, round, how.certainty),
		planRegions(db, round, now)
	]);
	return {
		...basis,
		documentNumber: documentNumber(db, round, `${basis.province.code}/PROV`, round.revision),
		robustness,
		plans,
		...tally
	};
}
