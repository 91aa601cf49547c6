import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getPriority } from 'node:os';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startProcess } from './carriers.ts';
import { closeWorkers, processWorker, sharedAmong, threadWorker, WorkerClosed } from './job-worker.ts';

const NOTHING = { instrument: { classes: [] }, wanted: {}, time: {} };
const FRAGILE = '../../../tests/support/fragile-worker.ts';

afterEach(closeWorkers);

/** How many threads or processes are started from now on. */
function countStarts(channel: 'worker_threads' | 'child_process') {
	const starts = { count: 0 };
	const count = () => void starts.count++;
	subscribe(channel, count);
	return { starts, stop: () => unsubscribe(channel, count) };
}

describe.each([
	['a thread', threadWorker, 'worker_threads'],
	['a process', processWorker, 'child_process']
] as const)('%s', (_name, newWorker, channel) => {
	const planner = (stayMs?: number) =>
		newWorker<unknown, Record<string, unknown>>('plans/optimise/plan-worker.ts', stayMs);

	test('refuses what it cannot do with the reason, and does the next job', async () => {
		const worker = planner();
		await expect(
			worker.run({ ...NOTHING, wanted: { '35.01': { answers: {}, targetClass: 'ready' } } })
		).rejects.toThrow('no class');
		expect(await worker.run(NOTHING)).toEqual({});
	});

	test('that cannot start is said, not waited for', async () => {
		await expect(newWorker('jobs/none.ts').run({})).rejects.toThrow('jobs/none');
	});

	test('that is closed refuses what is under way, and the next job starts it anew', async () => {
		const worker = newWorker<string, number>(FRAGILE);
		const refused = expect(worker.run('sleep')).rejects.toThrow(WorkerClosed);
		await closeWorkers();
		await refused;
		expect(await worker.run('pid')).toBeGreaterThan(0);
	});

	test('stays warm for the next job, leaves when none comes for a while, and is started anew', async () => {
		const { starts, stop } = countStarts(channel);
		const warm = planner();
		for (let n = 0; n < 3; n++) await warm.run(NOTHING);
		expect(starts.count).toBe(1);
		const brief = planner(0);
		await brief.run(NOTHING);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await brief.run(NOTHING)).toEqual({});
		expect(starts.count).toBe(3);
		stop();
	});
});

test('of several that share the work, a further one only starts while the others are busy', async () => {
	const shared = sharedAmong([0, 1].map(() => processWorker<string, number>(FRAGILE)));
	const first = await shared.run('pid');
	expect(await shared.run('pid')).toBe(first);
	const [again, other] = await Promise.all([shared.run('pid'), shared.run('pid')]);
	expect(again).toBe(first);
	expect(other).not.toBe(first);
	await expect(shared.run('die')).rejects.toThrow('SIGTRAP');
	expect(await Promise.all([shared.run('pid'), shared.run('pid')])).toContain(other);
	await shared.close();
});

test('a process that crashes takes nothing with it: its jobs are refused and the next one is done', async () => {
	const worker = processWorker<string, number>(FRAGILE);
	const before = await worker.run('pid');
	await expect(worker.run('die')).rejects.toThrow('SIGTRAP');
	expect(await worker.run('pid')).not.toBe(before);
});

test('a process stands back behind the server, goes on when the signals come that end that, and ends when the server lets it go', async () => {
	const reply = vi.fn<(message: unknown) => void>();
	const child = startProcess(FRAGILE, { reply, gone: () => undefined });
	const ask = async (id: number) => {
		child.send({ id, job: 'pid' });
		await vi.waitFor(() => expect(reply).toHaveBeenCalledWith({ id, answer: expect.any(Number) as number }), 10_000);
	};
	await ask(1);
	const { answer: pid } = reply.mock.calls[0]![0] as { answer: number };
	expect(getPriority(pid), 'it stands back behind the server').toBeGreaterThan(getPriority());
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
	await ask(2);
	child.dismiss();
	await child.ended;
	expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
