import { expect, test } from 'vitest';
import { formatChange } from './format-index.ts';
import { formatCount, formatDecimal, formatLevels } from './format-count.ts';
import { formatAmount, formatRupiah } from './format-money.ts';
import { formatBand } from './format-rank.ts';
import { formatCompleteness, formatShare, formatWeight } from './format-share.ts';
import { formatFileSize } from './format-size.ts';

test.each([
	[0, '0 %'],
	[0.0004, '0 %'],
	[0.4996, '49,9 %'],
	[0.5, '50,0 %'],
	[0.5175, '51,7 %'],
	[0.7, '70,0 %'],
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

test.each([
	[0, '0 %'],
	[0.0001, '0,1 %'],
	[0.125, '12,5 %'],
	[0.5175, '51,8 %'],
	[0.9999, '99,9 %'],
	[1, '100 %']
])('a share of %d is %s: never nothing above nothing, never all below all', (share, shown) => {
	expect(formatShare(share, 'id')).toBe(shown.replace(' ', '\u00a0'));
});

test('weights, counts, levels, money and sizes', () => {
	expect([formatWeight(0.0325, 'id'), formatWeight(0.125, 'en')]).toEqual(['3,25\u00a0%', '12.50%']);
	expect([formatCount(1234.56, 'id'), formatCount(1234.56, 'en')]).toEqual(['1.234,6', '1,234.6']);
	expect([formatDecimal(0.125, 'id'), formatDecimal(3.5, 'en')]).toEqual(['0,125', '3.5']);
	expect([1, -2, 0].map((levels) => formatLevels(levels, 'id'))).toEqual(['+1', '−2', '0']);
	expect([formatRupiah(1_250_000, 'id'), formatAmount(0.5, 'en')]).toEqual(['Rp\u00a01.250.000', '0.50']);
	expect([formatBand(3, 8), formatBand(1, 1)]).toEqual(['3–8', '1']);
	expect([1, 840_000, 2_440_000].map((bytes) => formatFileSize(bytes, 'id'))).toEqual([
		'1\u00a0kB',
		'840\u00a0kB',
		'2,4\u00a0MB'
	]);
});
