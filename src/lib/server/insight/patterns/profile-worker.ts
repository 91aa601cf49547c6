// Runs in a worker thread: five hundred regions take seconds.
import { arrange, type Arrangement, type ArrangeInput } from '#lib/domain/profiles/arrange.ts';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';

answerJobs((input: ArrangeInput): Arrangement => arrange(input));
