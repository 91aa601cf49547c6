import Fraction from 'fraction.js';
import type { Plan, PlanStep } from './types.ts';

/** One step with all the regions that have to take it. */
export interface SharedStep extends Pick<
	PlanStep,
	'indicator' | 'from' | 'to' | 'title' | 'lead' | 'support' | 'output' | 'after'
> {
	/** Codes of the regions whose plan holds it, in the order given. */
	regions: string[];
	/** Number of those that end it after the deadline. */
	late: number;
	/** Person-days of all those regions together. */
	effort: number;
	/** ISO dates: the earliest start and the latest end. */
	startsOn: string;
	endsOn: string;
	week: { first: number; last: number };
	/** Number of regions at work on it, by week of the round; weeks without are absent. */
	weekly: Record<number, number>;
}

/** Puts the steps of one or many plans together, each once; in order of the earliest start, then indicator and level.
 *  Page, CSV and document of the province use the same.
 *  @param plans code of a region and its plan; all made for the same instrument and start */
export function consolidate(plans: Iterable<readonly [string, Pick<Plan, 'steps'>]>): SharedStep[] {
	const shared = new Map<string, SharedStep>();
	const efforts = new Map<string, Fraction>();
	for (const [region, { steps }] of plans) {
		for (const step of steps) {
			const key = stepKey(step);
			const sum = shared.get(key) ?? begin(step);
			sum.regions.push(region);
			sum.late += step.afterDeadline ? 1 : 0;
			if (step.startsOn < sum.startsOn) sum.startsOn = step.startsOn;
			if (step.endsOn > sum.endsOn) sum.endsOn = step.endsOn;
			sum.week.first = Math.min(sum.week.first, step.week.first);
			sum.week.last = Math.max(sum.week.last, step.week.last);
			for (let week = step.week.first; week <= step.week.last; week += 1)
				sum.weekly[week] = (sum.weekly[week] ?? 0) + 1;
			const effort = (efforts.get(key) ?? new Fraction(0)).add(step.effort);
			efforts.set(key, effort);
			sum.effort = effort.valueOf();
			shared.set(key, sum);
		}
	}
	return [...shared.values()].sort(
		(a, b) => compare(a.startsOn, b.startsOn) || compare(a.indicator, b.indicator) || a.to - b.to
	);
}

/** Key of a step, the indicator and the level that it leads to: `A2@3`. */
export function stepKey({ indicator, to }: Pick<PlanStep, 'indicator' | 'to'>): string {
	return `${indicator}@${to}`;
}

/** Keys of all steps that come before a step: that to the level below of the same indicator, and those it names. */
export function comesAfter({ indicator, from, after }: Pick<PlanStep, 'indicator' | 'from' | 'after'>): string[] {
	return [...new Set([stepKey({ indicator, to: from }), ...after])];
}

function begin(step: PlanStep): SharedStep {
	const { indicator, from, to, title, lead, support, output, after, startsOn, endsOn, week } = step;
	const same = { indicator, from, to, title, lead, support, output, after };
	return { ...same, regions: [], late: 0, effort: 0, startsOn, endsOn, week: { ...week }, weekly: {} };
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
