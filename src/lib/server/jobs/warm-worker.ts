import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** What travels to the thread and back; `answer-jobs.ts` is the other end. */
export interface JobMessage<Job> {
	id: number;
	job: Job;
}
export type JobReply<Answer> = { id: number; answer: Answer } | { id: number; error: string };

/** A thread for heavy work, so that the process goes on answering meanwhile. */
export interface WarmWorker<Job, Answer> {
	/** @throws Error when the thread refuses the job or dies; the next job then starts a new one */
	run(job: Job): Promise<Answer>;
	/** Ends the thread; jobs under way are refused, the next one starts it anew. */
	close(): Promise<void>;
}

interface Waiting<Answer> {
	resolve: (answer: Answer) => void;
	reject: (error: Error) => void;
}

const workers = new Set<WarmWorker<never, unknown>>();

/** Threads with nothing to do, the one that has waited longest first: a thread holds tens of MB, so only a few stay warm. */
const idle = new Set<WarmWorker<never, unknown>>();
const MOST_IDLE = 2;

/** Ends those that have waited longest, where more wait than may. */
function endSurplus(): void {
	for (const worker of [...idle].slice(0, -MOST_IDLE)) void worker.close();
}

/** A worker that starts with its first job and stays warm while it is among the last ones used.
 *  @param file its path below `src/lib/server` */
export function warmWorker<Job, Answer>(file: string): WarmWorker<Job, Answer> {
	const waiting = new Map<number, Waiting<Answer>>();
	let thread: Worker | null = null;
	let lastId = 0;

	const refuseAll = (error: Error) => {
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const start = (): Worker => {
		const started = new Worker(workerFile(file), { execArgv: [] });
		started.on('message', (reply: JobReply<Answer>) => {
			if (thread !== started) return; // closed meanwhile, and its jobs refused
			const job = waiting.get(reply.id);
			waiting.delete(reply.id);
			if ('error' in reply) job?.reject(new Error(reply.error));
			else job?.resolve(reply.answer);
			if (waiting.size > 0) return;
			started.unref(); // an idle thread must not keep a finished command alive
			idle.add(worker);
			endSurplus();
		});
		const gone = (error: Error) => {
			if (thread !== started) return;
			thread = null;
			idle.delete(worker);
			refuseAll(error);
		};
		started.on('error', gone);
		started.on('exit', (code) => gone(new Error(`${file} ended with ${code}`)));
		return started;
	};
	const worker: WarmWorker<Job, Answer> = {
		run(job) {
			const id = (lastId += 1);
			return new Promise((resolve, reject) => {
				waiting.set(id, { resolve, reject });
				idle.delete(worker);
				thread ??= start();
				thread.ref();
				thread.postMessage({ id, job } satisfies JobMessage<Job>);
			});
		},
		async close() {
			const ending = thread;
			thread = null;
			idle.delete(worker);
			refuseAll(new Error(`${file} is closed`));
			await ending?.terminate();
		}
	};
	workers.add(worker);
	return worker;
}

/** Ends every thread there is. */
export async function closeWorkers(): Promise<void> {
	await Promise.all([...workers].map((worker) => worker.close()));
}

/** Where a thread is started from: its source beside this file, or, once this file is part of the build, its own part of
 *  the build (`src/cli/bundle-program.ts`) under the folder that the server was started in.
 *  @param file its path below `src/lib/server` */
export function workerFile(file: string): string {
	const beside = path.join(import.meta.dirname, '..', file);
	return existsSync(beside) ? beside : path.join(process.cwd(), 'build/program', file.replace(/\.ts$/, '.js'));
}
