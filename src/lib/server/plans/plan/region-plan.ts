import type { Instrument } from '#lib/domain/instrument/types.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { planRows } from '#lib/domain/planning/plan-rows.ts';
import { targetAhead } from '#lib/domain/planning/target-ahead.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import { answersOn } from '#lib/server/rounds/assessment/results.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { type PlanChoice, planOptions } from './plan-options.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** Makes the plan from official answers; null while none of them has a level to start from. */
export function planFor(
	{ instrument, answers }: { instrument: Instrument; answers: Answers },
	round: Round,
	choice: Omit<PlanChoice, 'capacityRefused'>,
	now: number
): Plan | null {
	if (!hasLevel(answers)) return null;
	const targetClass = choice.targetChosen ? choice.targetClass : targetAhead(instrument, answers, choice.targetClass);
	return planActions(instrument, answers, planOptions(round, now, { ...choice, targetClass }));
}

/** Whether there is a level to start from. */
export function hasLevel(answers: Answers): boolean {
	return Object.values(answers).some((answer) => typeof answer === 'number');
}

/** Reads the plan of one assessment as its page shows it; `plan` is null while nothing is answered. Callers check
 *  access. */
export function readRegionPlan(
	{ db, now, locale }: Pick<Context, 'db' | 'now' | 'locale'>,
	assessment: Assessment,
	choice: PlanChoice
) {
	const { instrument } = assessment.stored;
	const { round } = assessment;
	const plan = planFor({ instrument, answers: answersOn(readAnswers(db, assessment), 'official') }, round, choice, now);
	const options = planOptions(round, now, choice);
	return {
		targetClass: plan?.targetClass ?? choice.targetClass,
		dailyCapacity: choice.dailyCapacity,
		/** ISO date on which the plan begins. */
		startsOn: options.startsOn,
		/** Week of the round in which it begins, and the last week before the deadline; null when that is over. */
		firstWeek: options.firstWeek ?? 1,
		hasDeadline: options.weeks > 0,
		deadline: round.endsOn,
		classes: instrument.classes.map(({ code, name }) => ({ code, name: name[locale] })),
		plan: plan && {
			reached: plan.reached,
			reachable: plan.reachable,
			effort: plan.effort,
			assumed: plan.assumed,
			blocked: plan.blocked,
			now: plan.now,
			byDeadline: plan.byDeadline,
			atEnd: plan.atEnd,
			rows: planRows(plan, instrument, locale)
		}
	};
}
