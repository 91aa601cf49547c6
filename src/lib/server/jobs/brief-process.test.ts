import { expect, test } from 'vitest';
import { briefProcess } from './brief-process.ts';

const NOTHING = { instrument: { classes: [] }, answers: {}, options: {} };

test('what the process cannot do is refused with its reason, and the next job is done', async () => {
	const planner = briefProcess<unknown, Record<string, unknown>>('plans/plan-worker.ts');
	await expect(planner.run({ ...NOTHING, answers: { '35.01': {} } })).rejects.toThrow('no class');
	expect(await planner.run(NOTHING)).toEqual({});
});

test('a process that cannot start is said, not waited for', async () => {
	await expect(briefProcess('jobs/none.ts').run({})).rejects.toThrow('jobs/none.ts ended with 1');
});
