import { afterAll, expect, test } from 'vitest';
import { assessRobustness } from '#lib/domain/robustness/assess.ts';
import type { RobustSettings } from '#lib/domain/robustness/types.ts';
import { findInstrument } from '../instruments/stored-instruments.ts';
import { answers, assessments } from '../db/schema.ts';
import { closeWorkers } from '../jobs/warm-worker.ts';
import { findRound } from '../rounds/find-round.ts';
import { NOW, withSmallRound } from '../../../../tests/support/small-round.ts';
import { cancelJob, findOrStartJob, forgetJob } from './robust-job.ts';
import { readRobustInput } from './robust-input.ts';

const small = withSmallRound();
const settings: RobustSettings = {
	runs: 1_000,
	seed: 1,
	strength: 50,
	vary: { weights: true, levels: true, aggregation: true }
};
afterAll(closeWorkers);

function fillIn(): void {
	const codes = findInstrument(small.db, 'ikid')!.instrument.domains.flatMap(({ indicators }) =>
		indicators.map(({ code }) => code)
	);
	const of = (regionCode: string) =>
		small.db
			.select()
			.from(assessments)
			.all()
			.find((row) => row.regionCode === regionCode && row.agencyId === null)!.id;
	const add = (regionCode: string, track: 'self' | 'assessor' | 'final', level: number, some = codes) =>
		small.db
			.insert(answers)
			.values(
				some.map((indicator) => ({
					assessmentId: of(regionCode),
					indicator,
					track,
					level,
					version: 1,
					updatedAt: NOW,
					updatedBy: 'asesor'
				}))
			)
			.run();
	add('35', 'assessor', 4);
	add('35.01', 'assessor', 2);
	add('35.01', 'self', 3, codes.slice(0, 4));
	add('35.01', 'final', 2, codes.slice(0, 1));
	add('35.78', 'assessor', 3);
}

test('kabupaten and kota take part; what is disputed varies, what the plenary decided does not', () => {
	fillIn();
	const { input, observed, uncertain } = readRobustInput(small.db, findRound(small.db, 'uji')!, settings);
	expect(input.regions.map(({ code, uncertain }) => [code, uncertain.length])).toEqual([
		['35.01', 3],
		['35.78', 0]
	]);
	expect([observed, uncertain]).toEqual([{ source: 'tracks', pairs: 4 }, 3]);
});

test('the threads give what one go gives, once for the same question and anew after a change', async () => {
	fillIn();
	const round = findRound(small.db, 'uji')!;
	const job = findOrStartJob(small.db, round, settings);
	expect(findOrStartJob(small.db, round, settings)).toBe(job);
	await job.ended;
	expect(job).toMatchObject({ state: 'done', progress: 1 });
	const { meanShift, ...rest } = assessRobustness(readRobustInput(small.db, round, settings).input);
	expect(job.result).toMatchObject(rest);
	expect(job.result!.meanShift).toBeCloseTo(meanShift, 9);
	expect(findOrStartJob(small.db, { ...round, revision: round.revision + 1 }, settings)).not.toBe(job);
});

test('a cancelled simulation stays so until it is asked for again', async () => {
	fillIn();
	const round = findRound(small.db, 'uji')!;
	const job = findOrStartJob(small.db, round, { ...settings, seed: 2 });
	cancelJob(small.db, round, { ...settings, seed: 2 });
	await job.ended;
	expect(job).toMatchObject({ state: 'cancelled', result: null });
	expect(findOrStartJob(small.db, round, { ...settings, seed: 2 })).toBe(job);
	forgetJob(small.db, round, { ...settings, seed: 2 });
	expect(findOrStartJob(small.db, round, { ...settings, seed: 2 })).not.toBe(job);
});
