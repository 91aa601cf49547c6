// Runs in a worker thread: the plans of a whole province take a tenth of a second and more.
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import type { Plan, PlanOptions } from '#lib/domain/planning/types.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import { answerJobs } from '../jobs/answer-jobs.ts';

/** One plan for each of many answers, all towards the same target in the same time; keys come back as they were. */
export interface PlanJob {
	instrument: Instrument;
	answers: Record<string, Answers>;
	options: PlanOptions;
}

answerJobs(({ instrument, answers, options }: PlanJob): Record<string, Plan> => {
	const plans = Object.entries(answers).map(([key, own]) => [key, planActions(instrument, own, options)]);
	return Object.fromEntries(plans) as Record<string, Plan>;
});
