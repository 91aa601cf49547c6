import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { assessRobustness } from '#lib/domain/robustness/assess.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import type { RobustSettings } from '#lib/domain/robustness/types.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { answers, assessments, doubleSamples, doubleScores, rounds } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { cancelJob, findOrStartJob, forgetJob, showJob } from './robust-job.ts';
import { readMapValues } from '#lib/server/insight/round-map/map-values.ts';
import { readRankBands } from '#lib/server/insight/round-map/rank-bands.ts';
import { readRobustInput } from './robust-input.ts';
import { knownCertainty, standardCertainty } from './standard.ts';

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

test('what was scored twice varies, agreed or not; once the sample is closed, the first score of then counts', () => {
	fillIn();
	const { db } = small;
	const assessmentId = db
		.select()
		.from(assessments)
		.all()
		.find((row) => row.regionCode === '35.78')!.id;
	const sampleId = db
		.insert(doubleSamples)
		.values({ roundId: findRound(db, 'uji')!.id, seed: 'x', regions: 1, indicators: 40, drawnAt: NOW })
		.returning()
		.get().id;
	const items = db.select().from(answers).where(eq(answers.assessmentId, assessmentId)).all();
	db.insert(doubleScores)
		.values(
			items.map(({ indicator }, at) => ({
				sampleId,
				assessmentId,
				indicator,
				userId: 'asesor',
				level: at === 0 ? 5 : 3,
				firstLevel: at === 1 ? 4 : 3
			}))
		)
		.run();
	db.insert(answers)
		.values({ ...items[2]!, track: 'final' })
		.run();
	const read = () => readRobustInput(db, findRound(db, 'uji')!, settings);
	expect(read().observed).toEqual({ source: 'double', pairs: 40 });
	expect(read().input.regions[1]!.uncertain).toHaveLength(39); // the plenary has decided one
	// 40 pairs of which one is two levels apart, and three for "never say never"
	expect(read().input.disagreement[2]).toBeCloseTo(0.5 / 43, 12);
	expect(read().input.disagreement[1]).toBeCloseTo(1 / 43, 12);
	db.update(doubleSamples).set({ closedAt: NOW }).run();
	expect(read().input.disagreement[1]).toBeCloseTo(1.5 / 43, 12);
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

test('what a report waits for is neither cancelled nor given up, however many others are asked for meanwhile', async () => {
	fillIn();
	const round = findRound(small.db, 'uji')!;
	const awaited = standardCertainty(small.db, round);
	cancelJob(small.db, round, parseRobustSettings(new URLSearchParams()));
	for (let n = 1; n <= 14; n++) findOrStartJob(small.db, { ...round, revision: round.revision + n }, settings);
	expect((await awaited).groups).toHaveLength(2);
});

test('while one state of a round is simulated, pages begin no other: they show it, then go on with the newest', async () => {
	fillIn();
	const at = (revision: number) => ({ ...findRound(small.db, 'uji')!, revision });
	const first = showJob(small.db, at(1), settings);
	expect([2, 3, 4].map((revision) => showJob(small.db, at(revision), settings))).toEqual([first, first, first]);
	await first.ended;
	expect(showJob(small.db, at(5), settings)).toBe(first); // just over
	await vi.waitFor(() => expect(showJob(small.db, at(5), settings).revision).toBe(5), 15_000);
});

test('the map shows the bands that it had until those of the new state are there', async () => {
	fillIn();
	const round = findRound(small.db, 'uji')!;
	const { regions } = await standardCertainty(small.db, round);
	const later = { ...round, revision: round.revision + 1 };
	expect(knownCertainty(small.db, round, 3)).toMatchObject({ state: 'done', asOf: null });
	expect(knownCertainty(small.db, later, 3)).toMatchObject({ certainty: { regions }, state: 'pending' });
	await standardCertainty(small.db, later);
	expect(knownCertainty(small.db, later, 3)).toMatchObject({ state: 'done', asOf: null });
});

test('bands of an earlier state come with the moment of its data', async () => {
	fillIn();
	const read = () => findRound(small.db, 'uji')!;
	const before = Date.now();
	await standardCertainty(small.db, read());
	const after = Date.now();
	small.db
		.update(rounds)
		.set({ revision: read().revision + 1 })
		.run();
	const moments = [
		readRankBands(small.db, PEOPLE.gubernur, read(), { kind: 'class', code: 'class' })!.asOf!,
		readMapValues(small.db, read(), { kind: 'rank', code: 'rank' }, NOW).simulation!.asOf!
	];
	for (const at of moments) {
		expect(at).toBeGreaterThanOrEqual(before);
		expect(at).toBeLessThanOrEqual(after);
	}
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

test('the table of the map is told how certain its ranks are, without waiting, and only who reads all regions', async () => {
	fillIn();
	const read = (viewer: Viewer, kind: 'class' | 'domain' = 'class') =>
		readRankBands(small.db, viewer, findRound(small.db, 'uji')!, { kind, code: kind });
	expect(read(PEOPLE.pacitan)).toBeNull();
	expect(read(PEOPLE.gubernur, 'domain')).toBeNull();
	expect(read(PEOPLE.gubernur)).toEqual({ regions: null, groups: 0, asOf: null, pending: true, mayOpen: true });
	await standardCertainty(small.db, findRound(small.db, 'uji')!);
	expect(read(PEOPLE.gubernur)).toMatchObject({
		regions: { '35.01': { median: 2, from: 2, to: 2 }, '35.78': { median: 1, from: 1, to: 1 } },
		groups: 2,
		pending: false
	});
});
