import { parentPort } from 'node:worker_threads';
import type { JobMessage, JobReply } from './warm-worker.ts';

/** Makes the thread that calls this answer the jobs of its `warmWorker`, one after the other. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer): void {
	parentPort!.on('message', ({ id, job }: JobMessage<Job>) => {
		parentPort!.postMessage(answer(id, () => work(job)));
	});
}

function answer<Answer>(id: number, work: () => Answer): JobReply<Answer> {
	try {
		return { id, answer: work() };
	} catch (error) {
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
}
