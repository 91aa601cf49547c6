// Runs in a worker thread: the plans of a whole province take a quarter of a second.
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import type { Plan, PlanOptions } from '#lib/domain/planning/types.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';

/** Job of one plan for each of many answers, in the same time and each towards its own class; keys are kept. */
export interface PlanJob {
	instrument: Instrument;
	wanted: Record<string, { answers: Answers; targetClass: string }>;
	time: Omit<PlanOptions, 'targetClass'>;
}

answerJobs(({ instrument, wanted, time }: PlanJob): Record<string, Plan> => {
	const plans = Object.entries(wanted).map(([key, { answers, targetClass }]) => [
		key,
		planActions(instrument, answers, { ...time, targetClass })
	]);
	return Object.fromEntries(plans) as Record<string, Plan>;
});
