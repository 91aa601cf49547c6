import { expect, test } from 'vitest';
import type { RegionHistory } from './history.ts';
import { meanPace, paces, selfDurations } from './pace.ts';

const region = (code: string, parts: Partial<RegionHistory>): RegionHistory => ({
	code,
	indicators: 40,
	steps: [],
	self: [],
	assessor: [],
	...parts
});

const regions = [
	region('35.01', {
		steps: [
			{ day: 10, to: 'submitted', by: 'r' },
			{ day: 20, to: 'in_review', by: 'a' },
			{ day: 27, to: 'assessed', by: 'a' }
		],
		self: [{ day: 4, count: 40, by: 'r' }],
		assessor: [
			{ day: 20, count: 20, by: 'a' },
			{ day: 27, count: 20, by: 'a' }
		]
	}),
	region('35.02', { assessor: [{ day: 22, count: 10, by: 'b' }] })
];

test('work counts in the week in which it was done, for who did it', () => {
	// day 27 ends the fourth week: days 21–27, 14–20, 7–13, 0–6
	const { weekly, basis } = paces(regions, ['a', 'b'], 27).get('a')!;
	expect(basis).toBe('own');
	expect(weekly).toHaveLength(4);
	expect(weekly[0]).toBeCloseTo(0.3 + 0.1, 12); // 20 of 40 scored, and finished
	expect(weekly[1]).toBeCloseTo(0.3, 12);
	expect(weekly.slice(2)).toEqual([0, 0]);
	expect(meanPace({ weekly })).toBeCloseTo(0.7 / 4, 12);
});

test('no more than the last six weeks are looked at', () => {
	expect(paces(regions, ['a'], 70).get('a')!.weekly).toEqual([0, 0, 0, 0, 0, 0]);
});

test('one who has scored nothing yet is taken to be as fast as the others are on average', () => {
	const all = paces(regions, ['a', 'b', 'new'], 27);
	expect(all.get('new')!.basis).toBe('others');
	expect(all.get('new')!.weekly[0]).toBeCloseTo((0.4 + 0.15) / 2, 12);
});

test('where nobody has scored anything there is no pace', () => {
	expect(paces([region('35.03', {})], ['a'], 27).size).toBe(0);
	expect(meanPace({ weekly: [] })).toBe(0);
});

test('finishing counts only while it stands', () => {
	const reopened = [
		{ ...regions[0]!, steps: [...regions[0]!.steps, { day: 27, to: 'in_review' as const, by: 'admin' }] }
	];
	expect(paces(reopened, ['a'], 27).get('a')!.weekly[0]).toBeCloseTo(0.3, 12);
});

test('durations run from the first own answer to the submission', () => {
	expect(selfDurations(regions)).toEqual([6]);
});
