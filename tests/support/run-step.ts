import { type ChildProcess, spawn } from 'node:child_process';

/** One command of the test run. */
export interface Step {
	name: string;
	/** Command line for the shell. */
	command: string;
	/** Milliseconds after which it is stopped and has failed. */
	limitMs: number;
}

/** End of a step; `code` is null when it was stopped. */
export interface Outcome {
	name: string;
	code: number | null;
	seconds: number;
}

const running = new Set<ChildProcess>();

/**
 * Runs a step to its end and prints a heading with its time.
 *
 * @param output `quiet`: its output is shown only when it fails, below the heading, so that steps which run at the same
 * time do not mix; `live`: shown while it runs
 */
export async function runStep(step: Step, output: 'quiet' | 'live' = 'quiet'): Promise<Outcome> {
	const began = performance.now();
	if (output === 'live') console.log(`\n=== ${step.name}`);
	const chunks: Buffer[] = [];
	const stdio = output === 'live' ? 'inherit' : 'pipe';
	// Its own process group, so that its children end with it.
	const child = spawn(step.command, { shell: true, detached: true, stdio: ['ignore', stdio, stdio] });
	running.add(child);
	child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
	const limit = setTimeout(() => {
		chunks.push(Buffer.from(`\nStopped after ${step.limitMs / 60_000} minutes.\n`));
		kill(child);
	}, step.limitMs);
	const code = await new Promise<number | null>((done) => {
		child.once('error', (error) => {
			chunks.push(Buffer.from(String(error)));
			done(null);
		});
		child.once('close', done);
	});
	clearTimeout(limit);
	running.delete(child);
	const seconds = (performance.now() - began) / 1000;
	console.log(`${output === 'live' ? '' : '\n=== '}${code === 0 ? '✓' : '✗'} ${step.name}, ${seconds.toFixed(1)} s`);
	if (code !== 0) process.stdout.write(Buffer.concat(chunks));
	return { name: step.name, code, seconds };
}

/** Writes one line a step, in the order of their ends, and the whole; less than their sum, for some run side by
 *  side. */
export function timeTable(outcomes: readonly Outcome[], total: number): string {
	const rows = [...outcomes.map(({ name, seconds }) => [name, seconds] as const), ['total', total] as const];
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, seconds]) => `${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s`).join('\n');
}

/** Asks the steps that still run to end. */
export function killRunning(): void {
	for (const child of running) kill(child);
}

/** Ends a step, politely first: Playwright then also stops the server that it started, which is no child of this
 *  group. */
function kill(child: ChildProcess): void {
	signalGroup(child, 'SIGTERM');
	setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000).unref();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal); // no process groups here, or it has just ended
	}
}
