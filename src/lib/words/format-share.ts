import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const tenths = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const oneTenth = perLocale((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const hundredths = perLocale(
	(tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
);

/** Writes a share from 0 to 1 as `12,5 %` (with a space that does not break; `12.5%` in English), with at most one
 *  decimal, half away from zero. Less than all is never `100 %`, more than nothing never `0 %`. */
export function formatShare(share: number, locale: Locale = getLocale()): string {
	const nearest = Math.round(free(share * 1000));
	const isPart = share > 0 && share < 1;
	return percent(tenths[locale].format((isPart ? Math.min(999, Math.max(1, nearest)) : nearest) / 10), locale);
}

/** Writes the completeness, with one decimal, rounded down: `51,7 %`, and 99.96 % is not yet all. Nothing and all have
 *  no decimal: `0 %`, `100 %`. A workbook's cell shows the same (`COMPLETENESS_FORMAT`).
 *  @param completeness from 0 to 1, the nearest double of the exact share */
export function formatCompleteness(completeness: number, locale: Locale = getLocale()): string {
	const shown = shownCompleteness(completeness);
	return percent((shown === 0 || shown === 1 ? tenths : oneTenth)[locale].format(shown * 100), locale);
}

/** Completeness as it is shown, from 0 to 1 in whole thousandths. */
export function shownCompleteness(completeness: number): number {
	const whole = Math.floor(free(completeness * 1000));
	return (completeness < 1 ? Math.min(999, whole) : whole) / 1000;
}

/** Writes a part's weight in its whole, from 0 to 1, as `15,00 %`: two decimals, as instruments give them. */
export function formatWeight(share: number, locale: Locale = getLocale()): string {
	return percent(hundredths[locale].format(free(share * 100)), locale);
}

/** Removes the noise of a product in binary: 0.7 × 1000 lies just below 700. */
function free(product: number): number {
	return Number(product.toFixed(9));
}

function percent(figure: string, locale: Locale): string {
	return `${figure}${locale === 'id' ? '\u00a0' : ''}%`;
}
