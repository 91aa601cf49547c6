import { consolidate, type SharedStep } from '#lib/domain/planning/consolidate.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { planEach } from '#lib/server/plans/optimise/plan-each.ts';
import { planOptions } from '#lib/server/plans/plan/plan-options.ts';
import { hasLevel } from '#lib/server/plans/plan/region-plan.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

const kept = keeper<Promise<Record<string, Plan>>>(10);

/** Makes the plan of every region towards the round's own target and capacity, in a thread of its own, once, and
 *  keeps it until an answer, the day or the round's aim changes. Callers check access.
 *  @returns plans by region code; a region without any level has none */
export function planRegions(db: Db, round: Round, now: number): Promise<Record<string, Plan>> {
	const { targetClass, dailyCapacity } = round;
	const options = planOptions(round, now, { targetClass, dailyCapacity });
	const at = [round.revision, round.instrumentId, JSON.stringify(options)].join('/');
	return kept(db, { of: round.id, at }, () => {
		const { instrument } = roundInstrument(db, round, 'region');
		const levels = scoreRound(db, round, 'region').filter(({ answers }) => hasLevel(answers));
		const wanted = Object.fromEntries(levels.map(({ region, answers }) => [region.code, { answers, targetClass }]));
		return planEach({ instrument, wanted, time: options });
	});
}

/** One step that several regions have to take, in one language. */
export interface ProvinceStep extends Pick<
	SharedStep,
	'indicator' | 'from' | 'to' | 'lead' | 'late' | 'effort' | 'startsOn' | 'endsOn'
> {
	domain: string;
	indicatorName: string;
	title: string;
	/** Name of the leading party. */
	leadName: string;
	/** The regions with the step in their plan. */
	regions: { code: string; name: string }[];
}

/** Puts the plans of the kabupaten and kota together: each step once, with the regions that have to take it; most
 *  regions first. Callers check access.
 *  @param only party and domain to look at alone; null = all */
export async function readProvincePlan(
	{ db, now, locale }: Pick<Context, 'db' | 'now' | 'locale'>,
	round: Round,
	only: { lead: string | null; domain: string | null }
) {
	const { instrument } = roundInstrument(db, round, 'region');
	// The kabupaten and kota only, as in the province's report: the steps of its own government are in its own plan.
	const local = scoreRound(db, round, 'region').filter(({ region }) => region.type !== 'province');
	const plans = await planRegions(db, round, now);
	const places = new Map(
		instrument.domains.flatMap((domain) =>
			domain.indicators.map(({ code, name }) => [code, { domain: domain.code, name: name[locale] }] as const)
		)
	);
	const made = local.flatMap(({ region }) => (plans[region.code] ? [[region.code, plans[region.code]!] as const] : []));
	const nameOf = new Map(local.map(({ region }) => [region.code, region.name]));
	const all = consolidate(made)
		.map(({ indicator, from, to, title, lead, late, effort, startsOn, endsOn, regions }): ProvinceStep => {
			const { domain, name } = places.get(indicator)!;
			return {
				...{ indicator, from, to, lead, late, effort, startsOn, endsOn, domain },
				indicatorName: name,
				title: title[locale],
				leadName: instrument.parties[lead]?.[locale] ?? lead,
				regions: regions.map((code) => ({ code, name: nameOf.get(code)! }))
			};
		})
		.sort(
			(a, b) =>
				b.regions.length - a.regions.length ||
				(a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : a.to - b.to)
		);
	return {
		steps: all.filter(
			(step) => (only.lead === null || step.lead === only.lead) && (only.domain === null || step.domain === only.domain)
		),
		stepsInAll: all.length,
		leads: [...new Map(all.map(({ lead, leadName }) => [lead, leadName]))].map(([code, name]) => ({ code, name })),
		domains: instrument.domains.map(({ code, name }) => ({ code, name: name[locale] })),
		targetName: instrument.classes.find(({ code }) => code === round.targetClass)?.name[locale] ?? round.targetClass,
		hasDeadline: planOptions(round, now, round).weeks > 0,
		regions: {
			/** Kabupaten and kota in the round. */
			all: local.length,
			/** Regions with a plan or already there. */
			planned: made.length,
			reached: made.filter(([, { reached }]) => reached).length,
			/** Regions not there yet, but by the deadline if the plan is kept. */
			inTime: made.filter(
				([, { reached, reachable, steps }]) => !reached && reachable && steps.every((step) => !step.afterDeadline)
			).length
		}
	};
}

/** Reads `?lead=` and `?domain=`; null = all. */
export function parseProvinceFilter(search: URLSearchParams): { lead: string | null; domain: string | null } {
	return { lead: search.get('lead') || null, domain: search.get('domain') || null };
}
