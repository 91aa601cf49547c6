import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Carrier of jobs: a thread or a process. `answer-jobs.ts` is its other end. */
export interface Carrier {
	send(message: unknown): void;
	/** Whether the program waits for it before it ends by itself. */
	hold(held: boolean): void;
	/** Lets it end by itself; only while it has no job. */
	dismiss(): void;
	/** Ends it, whatever its work. */
	kill(): void;
	/** Resolves when it is gone. */
	ended: Promise<unknown>;
}

export interface CarrierEvents {
	reply(message: unknown): void;
	/** The carrier could not start, or is no more. */
	gone(error: Error): void;
}

/** Message that asks the other end to leave. */
export const LEAVE = 'leave';

/** Starts a thread.
 *  @param file its path below `src/lib/server` */
export function startThread(file: string, { reply, gone }: CarrierEvents): Carrier {
	const thread = new Worker(workerFile(file), { execArgv: [] });
	thread.on('message', reply);
	thread.on('error', gone);
	thread.on('exit', (code) => gone(new Error(`${file} ended with ${code}`)));
	return {
		send: (message) => thread.postMessage(message),
		hold: (held) => (held ? thread.ref() : thread.unref()),
		// No terminate(): that stops it wherever it is, native code too.
		dismiss: () => thread.postMessage(LEAVE),
		kill: () => void thread.terminate(),
		ended: new Promise((resolve) => thread.once('exit', resolve))
	};
}

/** Options for less memory at the same speed: a small nursery, slow growth, and one heap for native memory (glibc
 *  keeps one a core). */
const FRUGAL = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
const ONE_HEAP = { MALLOC_ARENA_MAX: '1' };

/** Starts a process.
 *  @param file its path below `src/lib/server`
 *  @param settings environment variables of its own */
export function startProcess(
	file: string,
	{ reply, gone }: CarrierEvents,
	settings: Record<string, string> = {}
): Carrier {
	const child = fork(workerFile(file), {
		execArgv: FRUGAL,
		env: { ...process.env, ...ONE_HEAP, ...settings },
		serialization: 'advanced'
	});
	child.on('message', (message) => reply(message));
	child.on('error', gone);
	child.on('exit', (code, signal) => gone(new Error(`${file} ended with ${signal ?? code}`)));
	return {
		// A message that could not be sent is told by `exit`.
		send: (message) => void child.send(message as object, () => undefined),
		hold(held) {
			for (const each of [child, child.channel!])
				if (held) each?.ref();
				else each?.unref();
		},
		dismiss: () => child.connected && child.disconnect(),
		kill: () => void child.kill('SIGKILL'),
		ended: once(child, 'exit').catch(() => undefined) // refused for a process that could not start
	};
}

/** Gives the file that a worker is started from: its source, or, once this file is part of the build, its own part
 *  of the build (`vite.program.config.ts`) under the folder that the server was started in.
 *  @param file its path below `src/lib/server` */
export function workerFile(file: string): string {
	const source = path.join(import.meta.dirname, '../..', file);
	return existsSync(source) ? source : path.join(process.cwd(), 'build/program', file.replace(/\.ts$/, '.js'));
}
