import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { setTimeZone } from '#lib/words/time-zone.ts';
import { LEAVE } from './carriers.ts';
import type { JobMessage, JobReply } from './job-worker.ts';

/** Niceness of a process where the cores do not suffice (0 = equal, 19 = only when nothing else works). At 0 a save
 *  meanwhile took up to 1.8 times as long; at 3 a folder took a tenth longer for nothing. */
const NICENESS = 1;

/** Makes the thread or process that calls this answer the jobs of its `JobWorker`, one after the other. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer | Promise<Answer>): void {
	let before = Promise.resolve();
	const take = ({ id, job, zone }: JobMessage<Job>, send: (reply: JobReply<Answer>) => unknown) => {
		const begin = () => {
			setTimeZone(zone);
			return work(job);
		};
		before = before.then(async () => void send(await answer(id, begin)));
	};
	if (parentPort) {
		const port = parentPort;
		port.on('message', (message: JobMessage<Job> | typeof LEAVE) =>
			message === LEAVE ? port.close() : take(message, (reply) => port.postMessage(reply))
		);
	} else {
		setPriority(NICENESS); // the server's answers first
		process.on('message', (message: JobMessage<Job>) =>
			take(message, (reply) => process.connected && process.send!(reply))
		);
		// Signals meant for the server, which ends its workers itself, or leaves the job for its next start.
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
	}
}

async function answer<Answer>(id: number, work: () => Answer | Promise<Answer>): Promise<JobReply<Answer>> {
	try {
		return { id, answer: await work() };
	} catch (error) {
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
}
