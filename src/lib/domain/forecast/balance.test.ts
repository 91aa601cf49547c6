import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysNeeded, type Load, suggestMoves } from './balance.ts';

const load = (code: string, assessor: string | null, parts: Partial<Load> = {}): Load => ({
	code,
	work: 0.7,
	assessors: assessor === null ? [] : [assessor],
	begun: false,
	...parts
});
const even = new Map([
	['a', 0.7],
	['b', 0.7]
]);
const after = (loads: readonly Load[], pace: ReadonlyMap<string, number>) => {
	const to = new Map(suggestMoves(loads, pace).map((move) => [move.code, move.to]));
	return loads.map((one) => (to.has(one.code) ? { ...one, assessors: [to.get(one.code)!] } : one));
};
const longest = (loads: readonly Load[], pace: ReadonlyMap<string, number>) =>
	Math.max(0, ...daysNeeded(loads, pace).values());

test('days needed follow from the work and the pace; a shared region is shared evenly', () => {
	const loads = [load('1', 'a'), load('2', 'a'), load('3', null, { assessors: ['a', 'b'] }), load('4', 'c')];
	const days = daysNeeded(loads, new Map([...even, ['c', 0], ['idle', 0]]));
	expect([...days]).toEqual([
		['a', 17.5],
		['b', 3.5],
		['c', Infinity],
		['idle', 0]
	]);
});

test('four regions of one assessor become two each', () => {
	const loads = ['1', '2', '3', '4'].map((code) => load(code, 'a'));
	expect(suggestMoves(loads, even)).toHaveLength(2);
	expect([...daysNeeded(after(loads, even), even).values()]).toEqual([14, 14]);
});

test('who is faster gets more', () => {
	const loads = ['1', '2', '3'].map((code) => load(code, 'a'));
	const pace = new Map([
		['a', 0.35],
		['b', 0.7]
	]);
	expect([...daysNeeded(after(loads, pace), pace).values()]).toEqual([14, 14]);
});

test('a region without an assessor goes to who is through soonest', () => {
	expect(suggestMoves([load('1', 'a'), load('2', null)], even)).toEqual([{ code: '2', to: 'b' }]);
});

test('nothing moves where it would not help by a day, nor where nobody has a pace', () => {
	expect(suggestMoves([load('1', 'a'), load('2', 'b')], even)).toEqual([]);
	expect(suggestMoves([load('1', 'a', { work: 0.4 }), load('2', 'a', { work: 0.05 })], even)).toEqual([]);
	expect(suggestMoves([load('1', null)], new Map([['a', 0]]))).toEqual([]);
});

test('the regions of one who has stopped, or is no longer there, go to the others', () => {
	const pace = new Map([...even, ['stopped', 0]]);
	const moved = after([load('1', 'stopped'), load('2', 'gone'), load('3', 'stopped', { begun: true })], pace);
	expect(moved.map(({ assessors }) => assessors[0])).toEqual([
		expect.stringMatching(/^[ab]$/),
		expect.stringMatching(/^[ab]$/),
		'stopped'
	]);
});

test('an exchange helps where no single move does', () => {
	// 9 days and 5: moving either leaves 9 or more with one of them; exchanging 4 for 2 leaves 7 and 7
	const loads = [
		load('1', 'a', { work: 0.5, begun: true }),
		load('2', 'a', { work: 0.4 }),
		load('3', 'b', { work: 0.3, begun: true }),
		load('4', 'b', { work: 0.2 })
	];
	expect(suggestMoves(loads, even)).toEqual([
		{ code: '2', to: 'b' },
		{ code: '4', to: 'a' }
	]);
});

const anyLoads = fc
	.array(
		fc.record({
			work: fc.integer({ min: 1, max: 14 }).map((tenths) => tenths / 20),
			assessor: fc.constantFrom('a', 'b', 'c', 'd'),
			begun: fc.boolean()
		}),
		{ minLength: 1, maxLength: 9 }
	)
	.map((list) => list.map(({ work, assessor, begun }, i) => load(`35.${10 + i}`, assessor, { work, begun })));
const anyPace = fc
	.array(fc.integer({ min: 0, max: 10 }), { minLength: 4, maxLength: 4 })
	.map((weekly) => new Map(weekly.map((work, i) => ['abcd'[i]!, work / 10])));

test('begun pairs stay, the longest days never grow, nobody without a pace is given anything, and it is repeatable', () => {
	fc.assert(
		fc.property(anyLoads, anyPace, (loads, pace) => {
			const moves = suggestMoves(loads, pace);
			for (const { code, to } of moves) {
				expect(loads.find((one) => one.code === code)!.begun).toBe(false);
				expect(pace.get(to)).toBeGreaterThan(0);
			}
			expect(longest(after(loads, pace), pace)).toBeLessThanOrEqual(longest(loads, pace));
			expect(suggestMoves(loads.toReversed(), new Map([...pace].reverse()))).toEqual(moves);
			expect(suggestMoves(after(loads, pace), pace)).toEqual([]);
		}),
		{ numRuns: 60 }
	);
});

test('on small rounds the longest days are within a day and a third of the best there is', () => {
	const pace = new Map([
		['a', 0.3],
		['b', 0.5],
		['c', 0.8]
	]);
	const small = fc
		.array(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 7 })
		.map((list) => list.map((tenths, i) => load(`35.${10 + i}`, 'a', { work: tenths / 20 })));
	fc.assert(
		fc.property(small, (loads) => {
			const found = longest(after(loads, pace), pace);
			expect(found).toBeLessThanOrEqual((4 / 3) * shortest(loads, pace) + 1);
		}),
		{ numRuns: 30 }
	);
});

/** The best of all assignments, by trying every one. */
function shortest(loads: readonly Load[], pace: ReadonlyMap<string, number>): number {
	const all = loads.reduce<Load[][]>(
		(lists, one) => lists.flatMap((list) => [...pace.keys()].map((id) => [...list, { ...one, assessors: [id] }])),
		[[]]
	);
	return Math.min(...all.map((list) => longest(list, pace)));
}
