import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers } from '../scoring/types.ts';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { assessRobustness } from './assess.ts';
import { compile } from './compile.ts';
import { observedDisagreement } from './disagreement.ts';
import { simulate } from './simulate.ts';
import { summarise } from './summarise.ts';
import type { RobustInput } from './types.ts';

const ikid = workedInstrument();
const codes = ikid.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));

/** One domain with two indicators; weights as given. */
function twoIndicators(weights: [number, number]): Instrument {
	const [domain] = ikid.domains;
	const indicators = domain!.indicators
		.slice(0, 2)
		.map((indicator, at) => ({ ...indicator, code: `X${at + 1}`, weight: weights[at]!, gate: false }));
	return { ...ikid, domains: [{ ...domain!, aspects: null, indicators }] };
}

const settings = (part: Partial<RobustInput['settings']> = {}): RobustInput['settings'] => ({
	runs: 10_000,
	seed: 7,
	strength: 4,
	vary: { weights: false, levels: false, aggregation: false },
	...part
});
const region = (code: string, answers: Answers, uncertain: string[] = []) => ({ code, answers, uncertain });
const UNSHIFTED = { 0: 1 };

describe('cases that can be calculated by hand', () => {
	test('weights: with shares 3/4 and 1/4 at strength 4, the first share is Beta(3, 1), above one half in 7 of 8 runs', () => {
		const { regions } = assessRobustness({
			instrument: twoIndicators([75, 25]),
			// ahead exactly when the first share is above one half
			regions: [region('a', { X1: 5, X2: 1 }), region('b', { X1: 1, X2: 5 })],
			disagreement: UNSHIFTED,
			settings: settings({ vary: { weights: true, levels: false, aggregation: false } })
		});
		// P(Beta(3, 1) > 1/2) = 1 − (1/2)³ = 0.875; the index of `a` is 1 + 4 · share, its 95th percentile 1 + 4 · 0.95^(1/3)
		expect(regions[0]).toMatchObject({ officialRank: 1, medianRank: 1, rankBand: [1, 2] });
		expect(regions[0]!.indexBand[1]).toBeCloseTo(1 + 4 * 0.95 ** (1 / 3), 1);
		expect(regions[0]!.indexBand[0]).toBeCloseTo(1 + 4 * 0.05 ** (1 / 3), 1);
		expect(regions[0]!.alike).toEqual(['b']); // 87.5 % is not 95 %
	});

	test('levels: one of two indicators up a level in 30 % and down in 20 % of the runs', () => {
		const { regions } = assessRobustness({
			instrument: twoIndicators([50, 50]),
			// index 2.5; 3 when X1 rises (Baik from 2.6: nearly ready), 2 when it falls
			regions: [region('a', { X1: 3, X2: 2 }, ['X1'])],
			disagreement: { '-1': 0.2, 0: 0.5, 1: 0.3 },
			settings: settings({ vary: { weights: false, levels: true, aggregation: false } })
		});
		expect(regions[0]!.classes.nearly_ready).toBeCloseTo(0.3, 1);
		expect(regions[0]!.classes.needs_support).toBeCloseTo(0.7, 1);
		expect(regions[0]!.indexBand).toEqual([2, 3]);
	});

	test('aggregation: the geometric mean of 1 and 5 is √5, the arithmetic 3, one half of the runs each', () => {
		const { regions, sensitivity } = assessRobustness({
			instrument: twoIndicators([50, 50]),
			// the even region is second by the arithmetic mean, first by the geometric one
			regions: [region('even', { X1: 2, X2: 3 }), region('uneven', { X1: 1, X2: 5 })],
			disagreement: UNSHIFTED,
			settings: settings({ vary: { weights: false, levels: false, aggregation: true } })
		});
		expect(regions.map(({ officialRank }) => officialRank)).toEqual([2, 1]);
		expect(regions[1]!.indexBand[0]).toBeCloseTo(Math.sqrt(5), 6);
		expect(regions[1]!.indexBand[1]).toBeCloseTo(3, 6);
		// nothing else varies, so aggregation explains everything
		expect(sensitivity.aggregation?.first).toBeGreaterThan(0.9);
		expect(sensitivity.aggregation?.total).toBeGreaterThan(0.9);
		expect([sensitivity.weights, sensitivity.levels]).toEqual([null, null]);
	});
});

test('sensitivity: of two assumptions that act together, first and total order are those counted by hand', () => {
	const { sensitivity, meanShift } = assessRobustness({
		instrument: twoIndicators([50, 50]),
		// arithmetic: 3 against 2.5, or a tie at 2.5 once X2 falls to 4; geometric: √5 or √4 against √6
		regions: [region('even', { X1: 2, X2: 3 }), region('uneven', { X1: 1, X2: 5 }, ['X2'])],
		disagreement: { '-1': 0.5, 0: 0.5 },
		settings: settings({ vary: { weights: false, levels: true, aggregation: true } })
	});
	// mean shift 0, ½, 1, 1, each in a quarter of the runs: variance 11/64; of the means by aggregation (¼, 1) 9/64, by
	// level (½, ¾) 1/64; what is left is the one acting through the other
	expect(meanShift).toBeCloseTo(5 / 8, 1);
	const near = (found: { first: number; total: number } | null, first: number, total: number) => {
		expect(Math.abs(found!.first - first)).toBeLessThan(0.06);
		expect(Math.abs(found!.total - total)).toBeLessThan(0.06);
	};
	near(sensitivity.aggregation, 9 / 11, 10 / 11);
	near(sensitivity.levels, 1 / 11, 2 / 11);
	expect(sensitivity.weights).toBeNull();
});

test('when nothing varies, every run is the official ranking', () => {
	const regions = [2, 3, 4, 4].map((level, at) => region(`r${at}`, Object.fromEntries(codes.map((c) => [c, level]))));
	const result = assessRobustness({
		instrument: ikid,
		regions,
		disagreement: UNSHIFTED,
		settings: settings({ runs: 50 })
	});
	expect(result.meanShift).toBe(0);
	expect(result.regions.map(({ officialRank, rankBand }) => [officialRank, ...rankBand])).toEqual([
		[4, 4, 4],
		[3, 3, 3],
		[1, 1, 1],
		[1, 1, 1]
	]);
	expect(result.groups).toEqual([['r2', 'r3'], ['r1'], ['r0']]);
	for (const [at, { classes, indexBand }] of result.regions.entries()) {
		const official = score(ikid, regions[at]!.answers);
		expect(classes[official.readinessClass!]).toBe(1);
		expect(indexBand[0]).toBeCloseTo(official.index!, 6);
	}
});

const anyRound = fc.array(
	fc.array(fc.integer({ min: 1, max: 5 }), { minLength: codes.length, maxLength: codes.length }),
	{ minLength: 2, maxLength: 6 }
);
const inputOf = (levels: number[][], seed: number): RobustInput => ({
	instrument: ikid,
	regions: levels.map((own, at) =>
		region(`r${at}`, Object.fromEntries(codes.map((code, place) => [code, own[place]!])), codes.slice(at, at + 9))
	),
	disagreement: { '-1': 0.2, 0: 0.6, 1: 0.2 },
	settings: settings({ runs: 200, seed, strength: 50, vary: { weights: true, levels: true, aggregation: true } })
});

describe('for any round', () => {
	test('the same seed gives the same result, however the runs are cut', () => {
		fc.assert(
			fc.property(anyRound, fc.integer(), fc.integer({ min: 1, max: 199 }), (levels, seed, cut) => {
				const compiled = compile(inputOf(levels, seed));
				const whole = summarise(compiled, [simulate(compiled, 0, 200)], []);
				const parts = summarise(compiled, [simulate(compiled, 0, cut), simulate(compiled, cut, 200)], []);
				const { meanShift: one, ...left } = whole;
				const { meanShift: two, ...right } = parts;
				expect(right).toEqual(left);
				expect(two).toBeCloseTo(one, 9);
			}),
			{ numRuns: 20 }
		);
	});

	test('class shares add up to 1, bands hold the median, and being alike is mutual', () => {
		fc.assert(
			fc.property(anyRound, (levels) => {
				const compiled = compile(inputOf(levels, 1));
				const { regions, groups } = summarise(compiled, [simulate(compiled, 0, 200)], []);
				for (const { code, classes, rankBand, medianRank, alike } of regions) {
					expect(Object.values(classes).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
					expect(rankBand[0]).toBeLessThanOrEqual(medianRank);
					expect(rankBand[1]).toBeGreaterThanOrEqual(medianRank);
					for (const other of alike) expect(regions.find((r) => r.code === other)!.alike).toContain(code);
				}
				expect(groups.flat().sort()).toEqual(regions.map(({ code }) => code).sort());
			}),
			{ numRuns: 20 }
		);
	});
});

test('a region with less than half of the weight answered takes no part', () => {
	const few = Object.fromEntries(codes.slice(0, 6).map((code) => [code, 5]));
	const full = Object.fromEntries(codes.map((code) => [code, 2]));
	const { regions } = assessRobustness({
		instrument: ikid,
		regions: [region('few', few), region('full', full)],
		disagreement: UNSHIFTED,
		settings: settings({ runs: 10 })
	});
	expect(regions.map(({ code }) => code)).toEqual(['full']);
});

test('what was observed between assessors becomes a distribution of shifts, the same both ways', () => {
	const pairs = [...Array<object>(27)].map(() => ({ first: 3, second: 3 }));
	pairs.push(...[1, 2, 3, 4].map(() => ({ first: 3, second: 4 })), { first: 2, second: 4 });
	// 32 pairs + 3: 0 → 28/35, ±1 → (2 + 1)/35 each, ±2 → 0.5/35 each
	expect(observedDisagreement(pairs)).toEqual({
		'-2': 0.5 / 35,
		'-1': 3 / 35,
		'0': 28 / 35,
		'1': 3 / 35,
		'2': 0.5 / 35
	});
	expect(observedDisagreement([])).toEqual({ '-2': 0, '-1': 1 / 3, '0': 1 / 3, '1': 1 / 3, '2': 0 });
});
