import { comesAfter, consolidate, type SharedStep, stepKey } from '#lib/domain/planning/consolidate.ts';
import { type Share, shareWork, sumOf } from '#lib/domain/planning/share-work.ts';
import type { Plan, PlanStep } from '#lib/domain/planning/types.ts';
import { daysBetween } from '#lib/domain/planning/working-days.ts';
import type { PlanReport, ReportResult } from '../types.ts';

/** Facts that all chapters of the document are written from. */
export interface PlanFacts {
	/** Each step once, in order. */
	steps: SharedStep[];
	/** Each step as often as a region has to take it. */
	tasks: PlanStep[];
	/** Sums of all steps together. */
	total: ReturnType<typeof sumOf>;
	shares: Share[];
	/** Regions that the plan is for, in the round's order, with their plans; null = none could be made. */
	regions: { result: ReportResult; plan: Plan | null }[];
	/** Plan of the one region; null in the plan of all. */
	own: Plan | null;
	isOfAll: boolean;
	/** ISO date; null = the deadline was over when the plan begins. */
	deadline: string | null;
	/** Week of the round that holds the deadline. */
	deadlineWeek: number | null;
}

/** Gathers sums and orders of a plan, of one region or of all. */
export function planFacts(report: PlanReport): PlanFacts {
	const { region, results, plans, time, round } = report;
	const regions = results
		.filter((result) => (region === null ? result.region.type !== 'province' : result.region.code === region))
		.map((result) => ({ result, plan: plans[result.region.code] ?? null }));
	const made = regions.flatMap(({ result, plan }) => (plan ? [[result.region.code, plan] as const] : []));
	const steps = consolidate(made);
	const deadline = time.weeks > 0 ? round.endsOn : null;
	return {
		steps,
		tasks: made.flatMap(([, plan]) => plan.steps),
		total: sumOf(steps),
		shares: shareWork(steps),
		regions,
		own: region === null ? null : (plans[region] ?? null),
		isOfAll: region === null,
		deadline,
		deadlineWeek:
			deadline === null ? null : (time.firstWeek ?? 1) + Math.floor(daysBetween(time.startsOn, deadline) / 7)
	};
}

/** Names the rule for the sentence and the drawing on how the work stands to the deadline. */
export function timingRule({ deadline, total }: PlanFacts): 'over' | 'in_time' | 'none_in_time' | 'some_late' {
	if (deadline === null) return 'over';
	if (total.late === 0) return 'in_time';
	return total.late === total.tasks ? 'none_in_time' : 'some_late';
}

/** Numbers of the plan's steps that come before the given one, in order; a prerequisite that holds already has no
 *  number. */
export function numbersBefore({ steps }: PlanFacts, step: SharedStep): number[] {
	const first = new Set(comesAfter(step));
	return steps.flatMap((other, at) => (first.has(stepKey(other)) ? [at + 1] : []));
}

/** Number of a step in the plan, from 1. */
export function numberOf({ steps }: PlanFacts, step: SharedStep): number {
	return steps.indexOf(step) + 1;
}
