import { type Carrier, type CarrierEvents, startProcess, startThread } from './carriers.ts';
import { timeZone } from '#lib/words/time-zone.ts';
import { refuseWaiting } from './lanes.ts';

/** Message to the worker; `answer-jobs.ts` is the other end. */
export interface JobMessage<Job> {
	id: number;
	job: Job;
	/** Time zone of the installation, which a worker does not know by itself. */
	zone: string;
}
export type JobReply<Answer> = { id: number; answer: Answer } | { id: number; error: string };

/** Does heavy work elsewhere, one job after the other, so that the server goes on answering meanwhile. */
export interface JobWorker<Job, Answer> {
	/** @throws Error when the worker refuses the job or dies, the next job then starts a new one; WorkerClosed when it was
	 *  closed meanwhile */
	run(job: Job): Promise<Answer>;
	/** Ends it; jobs under way are refused, the next one starts it anew. */
	close(): Promise<void>;
}

/** End of the work from here, not by a fault of its own. */
export class WorkerClosed extends Error {}

interface Waiting<Answer> {
	resolve: (answer: Answer) => void;
	reject: (error: Error) => void;
}

/** Milliseconds that an idle worker stays: it holds tens of MB, and starting it costs some 0.2 s. */
const STAY_MS = 60_000;

const workers = new Set<JobWorker<never, unknown>>();

/** Makes a worker in a thread, for computation: quick to reach. It starts with its first job and stays warm for a
 *  while.
 *  @param file its path below `src/lib/server`
 *  @param stayMs milliseconds that it stays when idle */
export function threadWorker<Job, Answer>(file: string, stayMs = STAY_MS): JobWorker<Job, Answer> {
	return jobWorker(file, startThread, stayMs);
}

/** Makes a worker in a process, for work that takes much memory or runs native code: it gives all its memory back
 *  when it ends, and a fault in it ends nothing else. It starts with its first job and stays for a while.
 *  @param file its path below `src/lib/server`
 *  @param settings environment variables of its own */
export function processWorker<Job, Answer>(
	file: string,
	stayMs = STAY_MS,
	settings: Record<string, string> = {}
): JobWorker<Job, Answer> {
	return jobWorker(file, (path, events) => startProcess(path, events, settings), stayMs);
}

/** Joins several workers as one: a job goes to the one with the fewest jobs, so that a further one only starts where
 *  the others have work. */
export function sharedAmong<Job, Answer>(workers: readonly JobWorker<Job, Answer>[]): JobWorker<Job, Answer> {
	const pending = workers.map(() => 0);
	return {
		async run(job) {
			const at = pending.indexOf(Math.min(...pending));
			pending[at]!++;
			try {
				return await workers[at]!.run(job);
			} finally {
				pending[at]!--;
			}
		},
		async close() {
			await Promise.all(workers.map((worker) => worker.close()));
		}
	};
}

function jobWorker<Job, Answer>(
	file: string,
	start: (file: string, events: CarrierEvents) => Carrier,
	stayMs: number
): JobWorker<Job, Answer> {
	const waiting = new Map<number, Waiting<Answer>>();
	let carrier: Carrier | null = null;
	let leaving: NodeJS.Timeout | undefined;
	let lastId = 0;

	const refuseAll = (error: Error) => {
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const begin = (): Carrier => {
		const begun: Carrier = start(file, {
			reply(message) {
				if (carrier !== begun) return; // the worker was closed meanwhile, and its jobs refused
				const reply = message as JobReply<Answer>;
				const job = waiting.get(reply.id);
				waiting.delete(reply.id);
				if ('error' in reply) job?.reject(new Error(reply.error));
				else job?.resolve(reply.answer);
				if (waiting.size > 0) return;
				begun.hold(false); // an idle worker must not keep a finished command alive
				leaving = setTimeout(() => void leave(), stayMs).unref();
			},
			gone(error) {
				if (carrier !== begun) return;
				carrier = null;
				clearTimeout(leaving);
				refuseAll(error);
			}
		});
		return begun;
	};
	const leave = () => {
		const idle = carrier;
		carrier = null;
		idle?.dismiss();
		return idle?.ended;
	};
	const worker: JobWorker<Job, Answer> = {
		run(job) {
			const id = (lastId += 1);
			return new Promise((resolve, reject) => {
				waiting.set(id, { resolve, reject });
				clearTimeout(leaving);
				carrier ??= begin();
				carrier.hold(true);
				carrier.send({ id, job, zone: timeZone() } satisfies JobMessage<Job>);
			});
		},
		async close() {
			clearTimeout(leaving);
			carrier?.hold(true); // the hold keeps a program that waits for this from ending before it
			if (waiting.size > 0) carrier?.kill();
			refuseAll(new WorkerClosed(`${file} is closed`));
			await leave();
		}
	};
	workers.add(worker);
	return worker;
}

/** Ends every worker there is, and refuses the work that waits for one. */
export async function closeWorkers(): Promise<void> {
	refuseWaiting(new WorkerClosed('the workers are closed'));
	await Promise.all([...workers].map((worker) => worker.close()));
}
