import { hundredths, shownDifference } from '#lib/domain/scoring/shown-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const indices = perLocale((tag) => decimals(tag, 2));
const changes = perLocale((tag) => decimals(tag, 2, 'exceptZero'));

/** Writes an index as it is shown: two decimals, half away from zero; `3,42` in Indonesian; null = `–`. Rounding as in
 *  `domain/scoring/shown-index.ts`. */
export function formatIndex(value: number | null, locale: Locale = getLocale()): string {
	// As text the number is taken digit by digit; as a number, the engine would decide which value it rounds.
	return value === null ? '–' : indices[locale].format(digits(value));
}

/** Writes the difference of two indices as they are shown: `+0,21`, `−0,12`, `0,00`; null = `–`. */
export function formatDifference(value: number | null, from: number | null, locale: Locale = getLocale()): string {
	return formatChange(shownDifference(value, from), locale);
}

/** Writes a change of an index in index points: `+0,21`, `−0,12`, `0,00`; null = `–`. Two decimals, half away from
 *  zero. */
export function formatChange(value: number | null, locale: Locale = getLocale()): string {
	return value === null ? '–' : changes[locale].format(digits(value)).replace('-', '−');
}

/** Writes an index below a threshold that looks like it, with as many decimals as show that it is below:
 *  3.4963 against 3.5 is `3,496`. Null when two decimals do. */
export function formatBelow(value: number, threshold: number, locale: Locale = getLocale()): string | null {
	if (hundredths(value) < hundredths(threshold)) return null;
	for (let shown = 3; shown < 15; shown++) {
		const format = perLocale((tag) => decimals(tag, shown))[locale];
		if (format.format(digits(value)) !== format.format(threshold)) return format.format(digits(value));
	}
	return String(value);
}

function digits(value: number): `${number}` {
	return String(value) as `${number}`;
}

function decimals(tag: string, digits: number, signDisplay: 'negative' | 'exceptZero' = 'negative'): Intl.NumberFormat {
	return new Intl.NumberFormat(tag, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		roundingMode: 'halfExpand',
		signDisplay
	});
}
