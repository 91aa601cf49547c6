import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { get } from './http.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };

/** Arguments that start the built server as `npm start` does. */
export const START = [...scripts.start.split(' ').slice(1), '--no-build'];
const PORT = 4199;

/** Starts the built server on demo data in a folder of its own (`npm run build` first).
 *  @returns its address, and the milliseconds from process start to the first answer of a second start, when the
 *  demo data are there already */
export async function startDemo(): Promise<{
	address: string;
	startMs: number;
	peakMegabytes: () => { own: number; withChildren: number } | null;
	stop: () => Promise<void>;
}> {
	const dataDir = mkdtempSync(join(tmpdir(), 'siap-bench-'));
	const env = {
		...process.env,
		PORT: String(PORT),
		DATA_DIR: dataDir,
		HOST: '127.0.0.1',
		ORIGIN: '',
		LOG_LEVEL: 'error'
	};
	const address = `http://127.0.0.1:${PORT}`;
	const start = (args: string[]) => spawn(process.execPath, [...START, ...args], { env, stdio: 'ignore' });
	const ended = (child: ReturnType<typeof start>) => new Promise<void>((done) => child.once('exit', () => done()));
	const seeding = start(['--demo']);
	await untilAnswered(address);
	seeding.kill('SIGTERM');
	await ended(seeding);
	const began = performance.now();
	const server = start([]);
	await untilAnswered(address);
	const startMs = performance.now() - began;
	return {
		address,
		startMs,
		peakMegabytes: () => peakOf(server.pid!),
		stop: async () => {
			server.kill('SIGTERM');
			await ended(server);
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** Waits until a server answers. @throws Error after a minute */
export async function untilAnswered(address: string): Promise<void> {
	for (const deadline = performance.now() + 60_000; performance.now() < deadline;) {
		const answer = await get(`${address}/api/v1/health`).catch(() => null);
		if (answer?.status === 200) return;
		await new Promise((wait) => setTimeout(wait, 20));
	}
	throw new Error('the server did not answer within a minute: run npm run build first');
}

/** The most memory that a process has held so far, alone and together with the most that each process started by it has,
 *  where that still runs, in MB (10⁶ bytes); null where the system does not tell. */
function peakOf(pid: number): { own: number; withChildren: number } | null {
	try {
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
		const own = peakOfOne(pid);
		return { own, withChildren: children.reduce((sum, child) => sum + peakOfOne(Number(child)), own) };
	} catch {
		return null;
	}
}

function peakOfOne(pid: number): number {
	const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
	return (Number(kilobytes) * 1024) / 1e6;
}
