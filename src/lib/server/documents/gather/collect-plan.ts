import type { Plan } from '#lib/domain/planning/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { type PlanChoice, planOptions } from '#lib/server/plans/plan/plan-options.ts';
import { planRegions } from '#lib/server/plans/province/province-plan.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { collectBasis, documentNumber } from './collect-basis.ts';
import type { PlanReport } from '#lib/server/documents/write/types.ts';

/** Collects the data of the plan of action of one region or of all kabupaten and kota. Callers check access.
 *  @param region its code; null = all of them
 *  @param choice target and capacity of a region's plan; the plan of all is always made with the round's own
 *  @param now milliseconds, the day of printing
 *  @returns null when the round has no such region */
export async function collectPlan(
	db: Db,
	round: Round,
	{ region, choice }: { region: string | null; choice: Omit<PlanChoice, 'capacityRefused'> },
	now: number
): Promise<PlanReport | null> {
	const shared = collectBasis(db, round, now);
	const subject = region ?? `${shared.province.code}/PROV`;
	const basis = {
		...shared,
		documentNumber: documentNumber(db, round, `${subject}/RA`, round.revision),
		robustness: null // the plan prints no ranking
	};
	const { dailyCapacity, startsOn, weeks, firstWeek } = planOptions(round, now, region === null ? round : choice);
	const time = { dailyCapacity, startsOn, weeks, firstWeek };
	if (region === null) return { ...basis, region, plans: await localPlans(db, round, basis, now), time };
	const own = basis.results.find((result) => result.region.code === region);
	if (!own) return null;
	const plan = planFor({ instrument: basis.instrument, answers: own.answers }, round, choice, now);
	return { ...basis, region, plans: plan ? { [region]: plan } : {}, time };
}

/** Plans of the kabupaten and kota: the steps of the province's own government stand in its own plan. */
async function localPlans(db: Db, round: Round, { results }: Pick<PlanReport, 'results'>, now: number) {
	const plans = await planRegions(db, round, now);
	const local: Record<string, Plan> = {};
	for (const { region } of results) {
		const plan = plans[region.code];
		if (plan && region.type !== 'province') local[region.code] = plan;
	}
	return local;
}
