import { describe, expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import type { Indicator, Instrument } from '../instrument/types.ts';
import type { Answers } from '../scoring/types.ts';
import { applicableWeights } from './applicable-weights.ts';
import { changeSince } from './change.ts';
import { distribution, indexHistogram } from './distribution.ts';
import { domainMeans, groupMeans, indexMean, indicatorMeans, weakestIndicators } from './group-means.ts';
import { ranking } from './ranking.ts';
import { strengthsAndGaps } from './strengths.ts';
import type { Assessed, AssessedScore, Comparison } from './types.ts';

const text = { id: '', en: '' };
const indicator = (code: string, weight: number): Indicator => ({
	code,
	name: text,
	question: null,
	weight,
	gate: false,
	mayNotApply: true,
	reference: '',
	levels: {},
	actions: {}
});
const domain = (code: string, weight: number, indicators: Indicator[]) => ({
	code,
	name: text,
	description: null,
	weight,
	aspects: null,
	indicators
});

/** Effective weights: A1 0.6, A2 0.2, B1 0.2. */
const instrument: Instrument = {
	code: 'test',
	version: '1',
	unit: 'region',
	name: text,
	description: null,
	levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: text, meaning: text })),
	predicates: ['good', 'poor'].map((code, i) => ({ code, name: text, from: i === 0 ? 2.6 : 0 })),
	classes: ['ready', 'middle', 'behind'].map((code) => ({
		code,
		name: text,
		meaning: text,
		minIndex: 0,
		minGate: null
	})),
	parties: {},
	domains: [domain('A', 80, [indicator('A1', 75), indicator('A2', 25)]), domain('B', 20, [indicator('B1', 1)])]
};

function assessed(
	code: string,
	index: number | null,
	part: Partial<AssessedScore> = {},
	answers: Answers = {}
): Assessed {
	const region = EAST_JAVA.find((candidate) => candidate.code === code)!;
	const score: AssessedScore = {
		index,
		basis: { final: 0, assessor: index === null ? 0 : 3, self: 0, none: index === null ? 3 : 0 },
		provisional: index === null,
		completeness: 1,
		predicate: index === null ? null : index >= 2.6 ? 'good' : 'poor',
		readinessClass: index === null ? null : index >= 2.6 ? 'middle' : 'behind',
		domains: {},
		gates: {},
		...part
	};
	return { region, score, answers };
}

const results = [
	assessed('35', 4),
	assessed('35.01', 2),
	assessed('35.02', 3, { provisional: true }),
	assessed('35.29', null),
	assessed('35.71', 3),
	assessed('35.78', 1)
];

test('equal indices share a rank, the next rank is skipped; provisional ones stand below without one, then those without an index', () => {
	const more = [...results, assessed('35.03', 3), assessed('35.04', 5, { provisional: true })];
	const order = (scope = {}) => ranking(more, scope).map(({ rank, result }) => [rank, result.region.code]);
	expect(order()).toEqual([
		[1, '35.03'],
		[1, '35.71'],
		[3, '35.01'],
		[4, '35.78'],
		[null, '35.04'],
		[null, '35.02'],
		[null, '35.29']
	]);
	expect(order({ withProvisional: true }).slice(0, 5)).toEqual([
		[1, '35.04'],
		[2, '35.02'],
		[2, '35.03'],
		[2, '35.71'],
		[5, '35.01']
	]);
});

test('the province takes part only when asked', () => {
	expect(ranking(results, { withProvince: true })[0]).toMatchObject({ rank: 1, result: { region: { code: '35' } } });
	expect(indexMean(results)).toEqual({ n: 3, mean: 2, min: 1, max: 3 });
	expect(indexMean(results, { withProvince: true })).toEqual({ n: 4, mean: 2.5, min: 1, max: 4 });
});

describe('distribution', () => {
	test('counts every class in order; a provisional one stands apart, or counts where the scope says so', () => {
		const counts = (middle: number, provisional: number) => ({
			total: 5,
			classes: [
				{ code: 'ready', count: 0 },
				{ code: 'middle', count: middle },
				{ code: 'behind', count: 2 }
			],
			predicates: [
				{ code: 'good', count: middle },
				{ code: 'poor', count: 2 }
			],
			provisional,
			notAssessed: 1
		});
		expect(distribution(instrument, results)).toEqual(counts(1, 1));
		expect(distribution(instrument, results, { withProvisional: true })).toEqual(counts(2, 0));
	});

	test('a border of the histogram belongs to the bin above, the highest value to the last', () => {
		const bins = indexHistogram(instrument, [...results, assessed('35.79', 5)], 1);
		expect(bins).toEqual([
			{ from: 1, to: 2, count: 1 },
			{ from: 2, to: 3, count: 1 },
			{ from: 3, to: 4, count: 1 },
			{ from: 4, to: 5, count: 1 }
		]);
	});
});

test('group means hold only those that are assessed, and say how many of how many', () => {
	expect(groupMeans(results, 'type')).toEqual([
		{ group: 'kabupaten', total: 3, n: 1, mean: 2, min: 2, max: 2 },
		{ group: 'kota', total: 2, n: 2, mean: 2, min: 1, max: 3 }
	]);
	expect(groupMeans(results, 'area').find(({ group }) => group === 'Pamekasan')).toEqual({
		group: 'Pamekasan',
		total: 1,
		n: 0,
		mean: null,
		min: null,
		max: null
	});
	expect(groupMeans(results, 'area', { withProvince: true }).at(-1)).toMatchObject({ group: null, mean: 4 });
});

const peers = [
	assessed('35.01', 2, { domains: { A: 2, B: null } }, { A1: 2, A2: 4, B1: 'na' }),
	assessed('35.02', 3, { domains: { A: 3, B: 1 } }, { A1: 4, A2: null, B1: 1 })
];

test('means by indicator and domain leave out what has no value', () => {
	expect(indicatorMeans(instrument, peers).map(({ code, n, mean }) => [code, n, mean])).toEqual([
		['A1', 2, 3],
		['A2', 1, 4],
		['B1', 1, 1]
	]);
	expect(domainMeans(instrument, peers).map(({ code, n, mean }) => [code, n, mean])).toEqual([
		['A', 2, 2.5],
		['B', 1, 1]
	]);
	expect(weakestIndicators(instrument, peers, 2).map(({ code }) => code)).toEqual(['B1', 'A1']);
});

test('means by indicator and domain count no provisional levels, except where the scope says so', () => {
	const [first, second] = peers as [Assessed, Assessed];
	const some = [first, { ...second, score: { ...second.score, provisional: true } }];
	expect(indicatorMeans(instrument, some)[0]).toMatchObject({ code: 'A1', n: 1, mean: 2 });
	expect(domainMeans(instrument, some)[0]).toMatchObject({ code: 'A', n: 1, mean: 2 });
	expect(indicatorMeans(instrument, some, { withProvisional: true })[0]).toMatchObject({ n: 2, mean: 3 });
});

test('strengths and gaps weigh the distance to the mean by what it is worth to the index', () => {
	const region = { answers: { A1: 2, A2: 2, B1: 4 } };
	const { strengths, gaps, largestOpen } = strengthsAndGaps(instrument, region, peers);
	expect(strengths.map(({ indicator, difference }) => [indicator, difference])).toEqual([['B1', 3]]);
	expect(gaps.map(({ indicator }) => indicator)).toEqual(['A1', 'A2']); // 0.6 × −1 before 0.2 × −2
	expect(gaps[0]).toMatchObject({ domain: 'A', level: 2, mean: 3, n: 2, difference: -1 });
	expect(gaps[0]!.worth).toBeCloseTo(-0.6, 12);
	expect(largestOpen.map(({ indicator, open }) => [indicator, Number(open.toFixed(12))])).toEqual([
		['A1', 1.8],
		['A2', 0.6],
		['B1', 0.2]
	]);
});

test('an indicator that is unanswered or does not apply is neither strength nor gap', () => {
	const { strengths, gaps } = strengthsAndGaps(instrument, { answers: { A1: null, A2: 'na', B1: 1 } }, peers);
	expect([...strengths, ...gaps]).toEqual([]);
});

test('the weight of what does not apply goes to its siblings, of an empty domain to the others', () => {
	expect(applicableWeights(instrument, {})['A1']).toBeCloseTo(0.6, 12);
	expect(applicableWeights(instrument, { A1: 'na' })).toEqual({ A2: 0.8, B1: 0.2 });
	expect(applicableWeights(instrument, { B1: 'na' })).toEqual({ A1: 0.75, A2: 0.25 });
});

test('weights hold inside aspects where there are any', () => {
	const [a1, a2, a3] = [indicator('A1', 1), indicator('A2', 3), indicator('A3', 1)];
	const aspects = [
		{ code: 'A.1', name: text, weight: 40, indicators: [a1, a2] },
		{ code: 'A.2', name: text, weight: 60, indicators: [a3] }
	];
	const layered = { ...instrument, domains: [{ ...domain('A', 1, [a1, a2, a3]), aspects }] };
	const weights = applicableWeights(layered, {});
	expect(weights['A1']).toBeCloseTo(0.1, 12);
	expect(weights['A2']).toBeCloseTo(0.3, 12);
	expect(weights['A3']).toBeCloseTo(0.6, 12);
});

describe('change since the previous round', () => {
	const before = assessed('35.01', 2, { domains: { A: 2, OLD: 3 } }, { A1: 2, A2: 'na', GONE: 3 });
	const now = assessed('35.01', 2.5, { domains: { A: 2.75, B: 1 } }, { A1: 4, A2: 3, B1: 1 });

	const same: Comparison = {
		obstacle: null,
		indicators: new Map(['A1', 'A2', 'B1'].map((code) => [code, code])),
		domains: new Map(['A', 'B'].map((code) => [code, code]))
	};

	test('holds only codes that have a value in both rounds', () => {
		expect(changeSince(before, now, same)).toEqual({
			index: 0.5,
			domains: { A: 0.75 },
			indicators: { A1: 2 },
			provisional: false
		});
	});

	test('goes by what is the same, not by its code, and has no index where there is an obstacle', () => {
		const comparison: Comparison = {
			obstacle: 'version',
			indicators: new Map([['B1', 'A1']]),
			domains: new Map([['B', 'OLD']])
		};
		expect(changeSince(before, now, comparison)).toEqual({
			index: null,
			domains: { B: -2 },
			indicators: { B1: -1 },
			provisional: false
		});
	});

	test('is null without an index in one of them', () => {
		expect(changeSince(assessed('35.01', null), now, same).index).toBeNull();
	});
});
