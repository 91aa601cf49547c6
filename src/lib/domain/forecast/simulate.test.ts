import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chance, subjectNumber } from './chance.ts';
import type { Pace } from './pace.ts';
import { type Forecast, type Job, simulate } from './simulate.ts';

const job = (code: string, parts: Partial<Job> = {}): Job => ({
	code,
	selfLeft: 0,
	selfDays: null,
	ownWork: 0,
	work: 0.7,
	assessors: ['a'],
	...parts
});
const steady = (weekly: number): Pace => ({ weekly: [weekly], basis: 'own' });
const days = (spread: { early: number; middle: number; late: number } | null | undefined) =>
	spread && [spread.early, spread.middle, spread.late].map((day) => Math.round(day * 1e6) / 1e6);

describe('worked by hand', () => {
	// One assessor, half a region's work (0.35) in every week, so that chance has nothing to choose.
	const forecast = simulate({
		jobs: [
			job('35.01', { work: 0.35 }), // half scored: first, 1 week
			job('35.02'), // submitted: 2 weeks more
			job('35.03', { selfLeft: 0.5, selfDays: 10, ownWork: 0.15 }), // ready after 5 days, then waits for the assessor
			job('35.04', { work: 0, ownWork: 0 }) // assessed
		],
		paces: new Map([['a', steady(0.35)]]),
		selfDurations: [8],
		at: [0, 7, 35]
	});

	test('each region is through when its assessor is, in the order in which they are ready', () => {
		expect(days(forecast.regions.get('35.01'))).toEqual([7, 7, 7]);
		expect(days(forecast.regions.get('35.02'))).toEqual([21, 21, 21]);
		expect(days(forecast.regions.get('35.03'))).toEqual([35, 35, 35]);
		expect(forecast.regions.has('35.04')).toBe(false);
		expect(days(forecast.whole)).toEqual([35, 35, 35]);
		expect(days(forecast.assessors.get('a'))).toEqual([35, 35, 35]);
	});

	test('the curve begins with what is done and ends with everything', () => {
		const shares = forecast.curve.map(({ middle }) => middle);
		expect(shares[0]).toBeCloseTo((0.65 + 0.3 + 0.15 + 1) / 4, 12);
		expect(shares[1]).toBeCloseTo((1 + 0.3 + 0.3 + 1) / 4, 12); // a week later 35.01 is through, 35.03 has submitted
		expect(shares[2]).toBeCloseTo(1, 12);
	});
});

test('a region that is not ready keeps its assessor waiting, not longer than its own pace or that of others says', () => {
	const input = { paces: new Map([['a', steady(0.7)]]), selfDurations: [10], at: [] };
	const alone = (parts: Partial<Job>) => simulate({ jobs: [job('35.01', parts)], ...input }).whole!.middle;
	expect(alone({ selfLeft: 1, ownWork: 0.3 })).toBeCloseTo(10 + 7, 9);
	expect(alone({ selfLeft: 0.5, selfDays: 40, ownWork: 0.1 })).toBeCloseTo(20 + 7, 9);
	expect(alone({ selfLeft: 0.5, selfDays: 4, ownWork: 0.1 })).toBeCloseTo(5 + 7, 9);
});

test('two who are appointed for one region share it', () => {
	const paces = new Map([
		['a', steady(0.7)],
		['b', steady(0.35)]
	]);
	const forecast = simulate({ jobs: [job('35.01', { assessors: ['a', 'b'] })], paces, selfDurations: [], at: [] });
	expect(forecast.whole!.middle).toBeCloseTo(7, 9); // half of 0.7 at 0.35 a week
});

describe('nothing is made up', () => {
	const none = { selfDurations: [], at: [0, 7] };

	test.each([
		['nobody is appointed', [job('35.01', { assessors: [] })], new Map([['a', steady(0.7)]])],
		['nobody has a pace yet', [job('35.01')], new Map<string, Pace>()],
		['the assessor has stopped', [job('35.01')], new Map([['a', { weekly: [0, 0], basis: 'own' as const }]])]
	])('no date when %s', (_case, jobs, paces) => {
		const forecast = simulate({ jobs, paces, ...none });
		expect(forecast.regions.get('35.01')).toBeNull();
		expect(forecast.whole).toBeNull();
		expect(forecast.curve).toEqual([]);
	});

	test('what can be foreseen is, beside what cannot', () => {
		const forecast = simulate({
			jobs: [job('35.01'), job('35.02', { assessors: [] })],
			paces: new Map([['a', steady(0.7)]]),
			...none
		});
		expect(days(forecast.whole)).toEqual([7, 7, 7]);
		expect(forecast.regions.get('35.02')).toBeNull();
		expect(forecast.curve[1]!.middle).toBeCloseTo((1 + 0.3) / 2, 12);
	});

	test('nothing is left to foresee when all are assessed, or there is no region', () => {
		for (const jobs of [[job('35.01', { work: 0 })], []])
			expect(simulate({ jobs, paces: new Map(), ...none })).toMatchObject({ whole: null, curve: [] });
	});
});

const weekly = fc
	.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 })
	.filter((weeks) => weeks.some((work) => work > 0))
	.map((weeks) => weeks.map((work) => work / 20));
const anyJob = fc.record({
	selfLeft: fc.constantFrom(0, 0.25, 0.5, 1),
	selfDays: fc.option(fc.integer({ min: 1, max: 60 })),
	scored: fc.integer({ min: 0, max: 40 }),
	assessor: fc.constantFrom('a', 'b', 'c')
});
const anyRound = fc.record({
	jobs: fc.array(anyJob, { minLength: 1, maxLength: 8 }).map((list) =>
		list.map(({ selfLeft, selfDays, scored, assessor }, i) =>
			job(`35.${10 + i}`, {
				selfLeft,
				selfDays,
				ownWork: 0.3 * selfLeft,
				work: 0.7 - (0.6 * scored) / 40,
				assessors: [assessor]
			})
		)
	),
	paces: fc.tuple(weekly, weekly, weekly).map(
		([a, b, c]) =>
			new Map<string, Pace>([
				['a', { weekly: a, basis: 'own' }],
				['b', { weekly: b, basis: 'own' }],
				['c', { weekly: c, basis: 'own' }]
			])
	),
	selfDurations: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
	at: fc.constant([0, 7, 28, 84])
});
const some = { numRuns: 25 };

function expectNotLater(after: Forecast, before: Forecast): void {
	for (const key of ['early', 'middle', 'late'] as const)
		expect(after.whole?.[key] ?? 0).toBeLessThanOrEqual(before.whole![key] + 1e-9);
}

test('more work done never means later, for the region nor for the whole', () => {
	fc.assert(
		fc.property(anyRound, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (input, pick, share) => {
			const before = simulate(input);
			const chosen = input.jobs[pick % input.jobs.length]!;
			const nearer = {
				...chosen,
				work: chosen.work * share,
				selfLeft: chosen.selfLeft * share,
				ownWork: chosen.ownWork * share
			};
			const after = simulate({ ...input, jobs: input.jobs.map((one) => (one === chosen ? nearer : one)) });
			expectNotLater(after, before);
			const own = after.regions.get(chosen.code);
			expect(own?.middle ?? 0).toBeLessThanOrEqual(before.regions.get(chosen.code)!.middle + 1e-9);
		}),
		some
	);
});

test('twice the pace is not later', () => {
	fc.assert(
		fc.property(anyRound, (input) => {
			const doubled = new Map(
				[...input.paces].map(([id, pace]) => [id, { ...pace, weekly: pace.weekly.map((work) => 2 * work) }])
			);
			expectNotLater(simulate({ ...input, paces: doubled }), simulate(input));
		}),
		some
	);
});

test('the band holds its middle, the curve rises, and the order of the regions means nothing', () => {
	fc.assert(
		fc.property(anyRound, (input) => {
			const forecast = simulate(input);
			for (const spread of [forecast.whole!, ...[...forecast.regions.values()].map((one) => one!)]) {
				expect(spread.early).toBeLessThanOrEqual(spread.middle);
				expect(spread.middle).toBeLessThanOrEqual(spread.late);
			}
			for (const [i, { low, middle, high }] of forecast.curve.entries()) {
				expect(low <= middle && middle <= high).toBe(true);
				expect(middle).toBeGreaterThanOrEqual((forecast.curve[i - 1]?.middle ?? 0) - 1e-12);
			}
			const turned = simulate({ ...input, jobs: input.jobs.toReversed(), paces: new Map([...input.paces].reverse()) });
			expect(turned.whole).toEqual(forecast.whole);
			expect(new Map(turned.regions)).toEqual(new Map(forecast.regions));
			expect(simulate(input)).toEqual(forecast);
		}),
		some
	);
});

test('what is drawn is spread evenly, and one subject does not follow another', () => {
	const draw = (name: string) =>
		Array.from({ length: 6000 }, (_, i) => chance(subjectNumber(name), i % 1000, Math.floor(i / 1000)));
	const tenths = (numbers: number[]) =>
		Array.from({ length: 10 }, (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length);
	for (const name of ['a', 'b', '35.01'])
		for (const count of tenths(draw(name))) expect(Math.abs(count - 600)).toBeLessThan(100);
	const [a, b] = [draw('a'), draw('b')];
	const correlation = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0) / a.length / (1 / 12);
	expect(Math.abs(correlation)).toBeLessThan(0.05);
});
