import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const ROOT = process.cwd();

/** The real program in a process of its own, as `npm start -- --no-build` runs it. */
export interface Started {
	child: ChildProcess;
	/** Its output so far. */
	output: { out: string; err: string };
	/** Its exit code, once it ended; null = ended by a signal. */
	ended: Promise<number | null>;
}

/** Starts the program.
 *  @throws Error when nothing is built: `npm test` builds first */
export function startProcess(env: Record<string, string>, args: string[] = []): Started {
	if (!existsSync('build/handler.js')) throw new Error('no build to start: run npm run build first');
	const flags = ['src/cli/start.js', '--no-build', ...args];
	const child = spawn(process.execPath, flags, {
		cwd: ROOT,
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const output = { out: '', err: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
	const ended = new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail));
	return { child, output, ended };
}

/** Waits for a pattern in the standard output of the program.
 *  @throws Error with the output instead, when the program ends before */
export async function outputOf({ child, output, ended }: Started, pattern: RegExp): Promise<RegExpExecArray> {
	let found: RegExpExecArray | null = null;
	const over = ended.then(() => 'over' as const);
	while (!(found = pattern.exec(output.out))) {
		const more = new Promise<'more'>((done) => child.stdout!.once('data', () => done('more')));
		if ((await Promise.race([more, over])) === 'over' && !pattern.exec(output.out))
			throw new Error(`the program ended:\n${output.out}\n${output.err}`);
	}
	return found;
}
