import { parentPort } from 'node:worker_threads';
import type { JobMessage, JobReply } from './warm-worker.ts';

/** Makes the thread or process that calls this answer the jobs of its `warmWorker` or `briefProcess`, one after the other. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer | Promise<Answer>): void {
	let before = Promise.resolve();
	const send = (reply: JobReply<Answer>) => (parentPort ? parentPort.postMessage(reply) : process.send!(reply));
	(parentPort ?? process).on('message', ({ id, job }: JobMessage<Job>) => {
		before = before.then(async () => void send(await answer(id, () => work(job))));
	});
}

async function answer<Answer>(id: number, work: () => Answer | Promise<Answer>): Promise<JobReply<Answer>> {
	try {
		return { id, answer: await work() };
	} catch (error) {
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
}
