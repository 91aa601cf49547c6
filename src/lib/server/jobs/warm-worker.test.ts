import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { closeWorkers, warmWorker } from './warm-worker.ts';

test('a job that the thread cannot do is refused with its reason, and the next one is done', async () => {
	const worker = warmWorker<unknown, Record<string, unknown>>('plans/plan-worker.ts');
	const nothing = { instrument: { classes: [] }, answers: {}, options: {} };
	await expect(worker.run({ ...nothing, answers: { '35.01': {} } })).rejects.toThrow('no class');
	expect(await worker.run(nothing)).toEqual({});
	await worker.close();
});

test('closing refuses what is under way, and the next job starts the thread anew', async () => {
	const worker = warmWorker<unknown, Record<string, unknown>>('plans/plan-worker.ts');
	const underWay = worker.run({ instrument: {}, answers: {}, options: {} });
	const refused = expect(underWay).rejects.toThrow('plans/plan-worker.ts is closed');
	await closeWorkers();
	await refused;
	expect(await worker.run({ instrument: {}, answers: {}, options: {} })).toEqual({});
	await worker.close();
});

test('a thread that cannot start is said, not waited for', async () => {
	const worker = warmWorker('jobs/none.ts');
	await expect(worker.run({})).rejects.toThrow('jobs/none');
});

test('of the threads with nothing to do, those that have waited longest end; the next job starts them anew', async () => {
	let started = 0;
	const count = () => void started++;
	subscribe('worker_threads', count);
	const nothing = { instrument: {}, answers: {}, options: {} };
	const [first, second, third] = [1, 2, 3].map(() => warmWorker<unknown, unknown>('plans/plan-worker.ts'));
	for (const worker of [first!, second!, third!]) await worker.run(nothing);
	expect(started).toBe(3);
	for (const worker of [second!, third!]) await worker.run(nothing);
	expect(started).toBe(3); // still warm
	expect(await first!.run(nothing)).toEqual({});
	expect(started).toBe(4);
	unsubscribe('worker_threads', count);
	await closeWorkers();
});
