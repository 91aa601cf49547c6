import type { Plan } from '#lib/domain/planning/types.ts';
import { threadWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { PlanJob } from './plan-worker.ts';

const planner = threadWorker<PlanJob, Record<string, Plan>>('plans/optimise/plan-worker.ts');

/** Makes many plans in a thread of its own, so that the process goes on answering meanwhile. */
export function planEach(job: PlanJob): Promise<Record<string, Plan>> {
	return inLane('plan', () => planner.run(job));
}
