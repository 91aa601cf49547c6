import type { PlanStep } from '#lib/domain/planning/types.ts';
import { workingDay, workingDaysBetween } from '#lib/domain/planning/working-days.ts';

/** Gives the facts behind a sentence about the time of a plan, the same on every day: an own text is marked when the
 *  data change and not when the day does, although a running round's plans begin today.
 *  @param rule name of the rule: the day on which "all in time" becomes "some late", or the deadline passes, makes
 *  another sentence, which an own text may contradict; that happens three times in a round at most
 *  @param deadline ISO date
 *  @param startsOn ISO date on which the plan begins
 *  @param steps steps of the sentence, each as often as a region has to take it
 *  @returns rule, deadline, and the working days of the plan, from its beginning, on which steps end */
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

/** Gives the working day of a plan, 1 = the first on or after the day on which it begins. */
export function dayOfPlan(startsOn: string, date: string): number {
	return workingDaysBetween(workingDay(startsOn, 0), date) + 1;
}
