import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBelow, formatDifference, formatIndex } from './format-index.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';

test.each([
	[3.42, '3,42', '3.42'],
	[17361 / 6800, '2,55', '2.55'],
	[8111 / 3060, '2,65', '2.65'],
	[3, '3,00', '3.00'],
	[0.0375, '0,04', '0.04'],
	[1e-7, '0,00', '0.00'],
	[-0.001, '0,00', '0.00'],
	[null, '–', '–']
])('%s is shown as %s and %s', (value, indonesian, english) => {
	expect(formatIndex(value, 'id')).toBe(indonesian);
	expect(formatIndex(value, 'en')).toBe(english);
});

// 107/40, 201/200 and 23/200: exact ties whose nearest doubles lie a little under them.
test.each([
	[107 / 40, '2,68'],
	[201 / 200, '1,01'],
	[4.115, '4,12'],
	[-2.675, '-2,68'],
	[2.665, '2,67'],
	[2.674999, '2,67']
])('the tie %s goes away from zero: %s', (value, expected) => {
	expect(formatIndex(value, 'id')).toBe(expected);
});

// exactly 0.0049 apart and shown 0.01 apart, exactly 0.0099 apart and shown alike; never more than 0.01 off
test.each([
	[2.745, 2.7401, '+0,01'],
	[2.7549, 2.745, '0,00'],
	[2.745, 3.5, '−0,75'],
	[2.7452, 2.5129, '+0,24'],
	[2.675, 2.665, '+0,01'],
	[null, 2.5, '–'],
	[2.5, null, '–']
])('from %s to %s is shown as %s, which is the difference of what is shown', (value, from, expected) => {
	expect(formatDifference(value, from, 'id')).toBe(expected);
});

test('shown numbers and their shown difference add up, whatever they are', () => {
	const index = fc.double({ min: 1, max: 5, noNaN: true });
	fc.assert(
		fc.property(index, index, (value, from) => {
			const [shown, before] = [value, from].map((number) => Number(formatIndex(number, 'en'))) as [number, number];
			const difference = shownDifference(value, from)!;
			expect(before + difference).toBeCloseTo(shown, 9);
			expect(Math.abs(difference - (value - from))).toBeLessThanOrEqual(0.01 + 1e-9);
		})
	);
});

test.each([
	[3.4963, 3.5, '3,496'],
	[3.49999, 3.5, '3,49999'],
	[3.49, 3.5, null],
	[2.5999999999, 2.6, '2,5999999999']
])('%s below %s is told apart as %s', (value, threshold, expected) => {
	expect(formatBelow(value, threshold, 'id')).toBe(expected);
});
