// A worker that tests send to its end: `die` as native code does that crashes, `sleep` for longer than a test waits.
import { setTimeout as wait } from 'node:timers/promises';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';

answerJobs(async (job: 'pid' | 'die' | 'sleep'): Promise<number> => {
	if (job === 'die') process.kill(process.pid, 'SIGTRAP');
	if (job === 'sleep') await wait(60_000);
	return process.pid;
});
