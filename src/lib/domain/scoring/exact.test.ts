import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { exactDecimal, nearestDouble, weightedMean } from './exact.ts';

test.each([
	[3.5, '7/2'],
	[4.2, '21/5'],
	[33.333333, '33333333/1000000'],
	[0.000001, '1/1000000'],
	[0, '0']
])('the decimal %s is exactly %s', (decimal, expected) => {
	expect(exactDecimal(decimal).toFraction()).toBe(expected);
});

test('children without a value leave the mean with their weight', () => {
	const children = [
		{ weight: 1, value: new Fraction(3) },
		{ weight: 100, value: null },
		{ weight: 2, value: new Fraction(5, 2) }
	];
	expect(weightedMean(children)?.toFraction()).toBe('8/3');
	expect(weightedMean([{ weight: 1, value: null }])).toBeNull();
});

describe('the nearest double', () => {
	test('of small fractions is the quotient', () => {
		expect(nearestDouble(new Fraction(17361, 6800))).toBe(17361 / 6800);
		expect(nearestDouble(new Fraction(-1, 3))).toBe(-1 / 3);
		expect(nearestDouble(new Fraction(0))).toBe(0);
	});

	test('of large numerators and denominators is no further away than its neighbours', () => {
		const large = fc.bigInt({ min: 2n ** 60n, max: 2n ** 200n });
		fc.assert(
			fc.property(large, large, (n, d) => {
				const exact = new Fraction(n, d);
				const double = nearestDouble(exact);
				const distance = (to: number): Fraction => exactly(to).sub(exact).abs();
				const step = 2 ** (Math.floor(Math.log2(double)) - 53);
				for (const neighbour of [double - step, double + 2 * step]) {
					expect(distance(double).lte(distance(neighbour))).toBe(true);
				}
			})
		);
	});
});

/** A double as the fraction that it is, down to 2^-1000. */
function exactly(double: number): Fraction {
	let exponent = 0;
	let scaled = double;
	while (!Number.isInteger(scaled)) {
		scaled *= 2;
		exponent++;
	}
	return new Fraction(BigInt(scaled), 2n ** BigInt(exponent));
}
