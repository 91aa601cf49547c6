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
	await expect(worker.run({})).rejects.toThrow('jobs/none.ts');
});
