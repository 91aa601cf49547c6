import { expect, test } from 'vitest';
import { formatChange, formatCompleteness, formatShare } from './number-format.ts';

test.each([
	[0, '0 %'],
	[0.0004, '0 %'],
	[0.4996, '49,9 %'],
	[0.5, '50 %'],
	[0.7, '70 %'],
	[0.575, '57,5 %'],
	[0.9996, '99,9 %'],
	[1 - Number.EPSILON / 2, '99,9 %'],
	[1, '100 %']
])('a completeness of %d is %s', (completeness, shown) => {
	expect(formatCompleteness(completeness, 'id')).toBe(shown.replace(' ', '\u00a0'));
});

test('signs, decimals and spaces by language', () => {
	expect([
		formatChange(-0.12, 'id'),
		formatChange(0.21, 'en'),
		formatChange(-0.001, 'id'),
		formatChange(null, 'id')
	]).toEqual(['−0,12', '+0.21', '0,00', '–']);
	expect([formatShare(0.125, 'id'), formatShare(0.125, 'en')]).toEqual(['12,5\u00a0%', '12.5%']);
});
