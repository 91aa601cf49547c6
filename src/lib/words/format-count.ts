import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const counts = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const decimals = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 10 }));
const gains = perLocale((tag) => new Intl.NumberFormat(tag, { signDisplay: 'exceptZero' }));

/** Writes a count with at most one decimal: `1.234,5`. */
export function formatCount(value: number, locale: Locale = getLocale()): string {
	return counts[locale].format(value);
}

/** Writes a number with all its digits: a weight, a threshold, or person-days, so that a sum or a multiplication by hand
 *  gives the same. */
export function formatDecimal(value: number, locale: Locale = getLocale()): string {
	return decimals[locale].format(value);
}

/** Writes levels won or lost: `+1`, `−2`, `0`. */
export function formatLevels(levels: number, locale: Locale = getLocale()): string {
	return gains[locale].format(levels).replace('-', '−');
}
