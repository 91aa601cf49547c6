import { expect, test } from 'vitest';
import { agreementBy, agreementOf, distance, type DoubleValue, FEWEST_PAIRS } from './agreement.ts';

const SCALE = [1, 2, 3, 4, 5];
const value = (first: number | 'na', second: number | 'na'): DoubleValue => ({ first, second });
const times = (n: number, make: (at: number) => DoubleValue) => Array.from({ length: n }, (_, at) => make(at));

test('shares count "does not apply" as an answer, kappa stands on the pairs of levels', () => {
	const result = agreementOf([value(3, 3), value(2, 3), value(4, 2), value('na', 'na'), value('na', 2)], SCALE);
	expect(result).toMatchObject({ n: 5, levels: 3, applicability: 1, same: 2 / 5, near: 2 / 3, why: 'few' });
	expect(result.shift).toBeCloseTo((0 + 1 - 2) / 3, 12);
	expect(result.kappa).toBeNull();
});

test('a kappa is given from ten pairs on, with an interval around it that stays between −1 and 1', () => {
	const mixed = (at: number) => value((at % 5) + 1, at % 4 === 0 ? ((at + 1) % 5) + 1 : (at % 5) + 1);
	expect(agreementOf(times(FEWEST_PAIRS - 1, mixed), SCALE)).toMatchObject({ kappa: null, why: 'few' });
	const { kappa, interval, quadratic, why } = agreementOf(times(FEWEST_PAIRS, mixed), SCALE);
	expect(why).toBeNull();
	expect(interval!.low).toBeLessThan(kappa!);
	expect(interval!.high).toBeGreaterThan(kappa!);
	expect(interval!.low).toBeGreaterThanOrEqual(-1);
	expect(interval!.high).toBeLessThanOrEqual(1);
	expect(quadratic).not.toBeNull();
});

test('full agreement has no interval, and one level only has no kappa', () => {
	const all = agreementOf(
		times(12, (at) => value((at % 3) + 1, (at % 3) + 1)),
		SCALE
	);
	expect(all).toMatchObject({ kappa: 1, interval: null, same: 1, why: null });
	expect(
		agreementOf(
			times(12, () => value(3, 3)),
			SCALE
		)
	).toMatchObject({ kappa: null, same: 1, why: 'one_level' });
	expect(agreementOf([], SCALE)).toMatchObject({ n: 0, same: null, near: null, shift: null, why: 'few' });
});

test('groups come weakest first, those with too few pairs behind', () => {
	const items = [
		...times(12, (at) => ({ ...value((at % 4) + 1, (at % 4) + 1), code: 'good' })),
		...times(12, (at) => ({ ...value((at % 4) + 1, ((at + 2) % 4) + 1), code: 'poor' })),
		...times(3, () => ({ ...value(1, 3), code: 'few, apart' })),
		...times(3, () => ({ ...value(2, 2), code: 'few, together' }))
	];
	const named = items as (DoubleValue & { code: string })[];
	expect(agreementBy(named, ({ code }) => code, SCALE).map(({ key }) => key)).toEqual([
		'poor',
		'good',
		'few, apart',
		'few, together'
	]);
});

test('whether an indicator applies at all is the largest difference', () => {
	expect([value(2, 2), value('na', 'na'), value(1, 4), value('na', 1)].map(distance)).toEqual([0, 0, 3, Infinity]);
});
