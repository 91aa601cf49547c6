import type { PlanStep } from '#lib/domain/planning/types.ts';
import { workingDay, workingDaysBetween } from '#lib/domain/planning/working-days.ts';

/** What a sentence about the time of a plan rests on. It is the same on another day, so that an own text in its place is marked
 *  when the data change and not when the day does.
 *
 *  While a round runs, its plans begin today: dates, weeks and the number of late steps move on with every day although nobody
 *  changed anything. What the data say about time is the deadline, and on which working day of the plan, counted from its
 *  beginning, each step ends. Where these are the same, the sentence is the same on every day.
 *
 *  The rule that the sentence is written by belongs to it: the day on which "all in time" becomes "some late", or the deadline
 *  passes, makes of it another sentence, which an own text may contradict. That happens three times in a round at most.
 *  @param rule name of the rule
 *  @param deadline ISO date
 *  @param startsOn ISO date on which the plan begins
 *  @param steps those that the sentence is about, each as often as a region has to take it */
export function timeSense(
	rule: string,
	deadline: string,
	startsOn: string,
	steps: readonly Pick<PlanStep, 'endsOn'>[]
): string {
	const ends = Map.groupBy(steps, ({ endsOn }) => dayOfPlan(startsOn, endsOn));
	const counts = [...ends].sort(([a], [b]) => a - b).map(([day, same]) => `${day}×${same.length}`);
	return [rule, deadline, ...counts].join(' ');
}

/** Working day of a plan, 1 = the first on or after the day on which it begins. */
export function dayOfPlan(startsOn: string, date: string): number {
	return workingDaysBetween(workingDay(startsOn, 0), date) + 1;
}
