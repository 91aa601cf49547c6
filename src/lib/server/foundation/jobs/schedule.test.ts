import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { startJobs } from './schedule.ts';

let db: Db;
beforeEach(() => {
	vi.useFakeTimers();
	const connection = openDatabase(':memory:');
	db = connection.db;
	return () => connection.close();
});
afterEach(() => vi.useRealTimers());

test('a job runs once a period, with the time of the run, until it is stopped', async () => {
	const runs: number[] = [];
	const begun = Date.now();
	const stop = startJobs(db, [{ name: 'uji', everyMs: 1000, run: (_db, now) => void runs.push(now - begun) }]);
	await vi.advanceTimersByTimeAsync(2500);
	stop();
	await vi.advanceTimersByTimeAsync(5000);
	expect(runs).toEqual([1000, 2000]);
});

test('a job never overlaps itself', async () => {
	let under = 0;
	let most = 0;
	const stop = startJobs(db, [
		{
			name: 'lama',
			everyMs: 1000,
			run: async () => {
				most = Math.max(most, ++under);
				await new Promise((done) => setTimeout(done, 3500));
				under--;
			}
		}
	]);
	await vi.advanceTimersByTimeAsync(10_000);
	stop();
	expect(most).toBe(1);
});

test('a job that fails comes again and does not hold up the others', async () => {
	let failures = 0;
	let others = 0;
	const stop = startJobs(db, [
		{
			name: 'gagal',
			everyMs: 1000,
			run: () => {
				failures++;
				throw new Error('disengaja');
			}
		},
		{ name: 'lain', everyMs: 1000, run: () => void others++ }
	]);
	await vi.advanceTimersByTimeAsync(3000);
	stop();
	expect({ failures, others }).toEqual({ failures: 3, others: 3 });
});
