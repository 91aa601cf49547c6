import type { ChosenStep } from './choose-steps.ts';

const WORKING_DAYS_PER_WEEK = 5;
/** Person-days by which sums may be off; shares such as 1/3 do not add up exactly. */
const TOLERANCE = 1e-9;

export interface Placed {
	step: ChosenStep;
	/** Working days from the start of the plan, 0 = the first. */
	firstDay: number;
	lastDay: number;
}

/** Gives every step its working days: after the steps it needs, never more effort on a day than the capacity, each step
 *  as early as it fits. Among steps that could start, the one with the longest chain of work behind it goes first, so
 *  that the whole ends early; equals go by code.
 *  @param steps in dependency order
 *  @param dailyCapacity person-days a working day, above 0; a step with more effort than that takes longer */
export function schedule(steps: readonly ChosenStep[], dailyCapacity: number): Placed[] {
	const days = new Map(steps.map((step) => [step.key, workingDays(step, dailyCapacity)]));
	const behind = chainBehind(steps, days);
	const placed = new Map<string, Placed>();
	const load: number[] = [];
	const waiting = new Set(steps);
	while (waiting.size > 0) {
		const step = [...waiting]
			.filter(({ needs }) => needs.every((need) => placed.has(need)))
			.reduce((a, b) => ((behind.get(b.key)! - behind.get(a.key)! || compareKeys(a.key, b.key)) > 0 ? b : a));
		const length = days.get(step.key)!;
		const share = step.action.effort / length;
		let firstDay = Math.max(0, ...step.needs.map((need) => placed.get(need)!.lastDay + 1));
		for (let day = firstDay; day < firstDay + length; day += 1) {
			if ((load[day] ?? 0) + share > dailyCapacity + TOLERANCE) firstDay = day + 1;
		}
		for (let day = firstDay; day < firstDay + length; day += 1) load[day] = (load[day] ?? 0) + share;
		placed.set(step.key, { step, firstDay, lastDay: firstDay + length - 1 });
		waiting.delete(step);
	}
	return [...placed.values()].sort((a, b) => a.firstDay - b.firstDay || compareKeys(a.step.key, b.step.key));
}

function workingDays(step: ChosenStep, dailyCapacity: number): number {
	const { weeks, effort } = step.action;
	return Math.max(1, Math.ceil(weeks * WORKING_DAYS_PER_WEEK), Math.ceil(effort / dailyCapacity - TOLERANCE));
}

/** Working days from the start of each step to the end of the longest chain that waits for it. */
function chainBehind(steps: readonly ChosenStep[], days: ReadonlyMap<string, number>): Map<string, number> {
	const behind = new Map<string, number>();
	for (const step of [...steps].reverse()) {
		const waiting = steps.filter((other) => other.needs.includes(step.key));
		behind.set(step.key, days.get(step.key)! + Math.max(0, ...waiting.map(({ key }) => behind.get(key)!)));
	}
	return behind;
}

function compareKeys(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
