import type { Db } from '#lib/server/foundation/db/open.ts';
import { log } from '#lib/server/foundation/log.ts';

/** Work that comes again and again while the server runs. */
export interface Job {
	/** Name for the log. */
	name: string;
	everyMs: number;
	run: (db: Db, now: number) => void | Promise<void>;
}

/** Starts every job on a timer of its own; the first run is one period away. A job never overlaps itself, a failure
 *  is logged and the job comes again, and the timers keep no process alive.
 *  @returns function that stops them all; a run under way ends by itself */
export function startJobs(db: Db, jobs: readonly Job[]): () => void {
	const timers = jobs.map((job) => {
		let isRunning = false;
		return setInterval(() => {
			if (isRunning) return;
			isRunning = true;
			void runOnce(db, job).finally(() => (isRunning = false));
		}, job.everyMs).unref();
	});
	return () => timers.forEach((timer) => clearInterval(timer));
}

async function runOnce(db: Db, { name, run }: Job): Promise<void> {
	try {
		await run(db, Date.now());
	} catch (error) {
		log.error({ err: error, job: name }, 'job failed');
	}
}
