import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const whole = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
const cents = perLocale((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));

/** Writes money in rupiah, `Rp 1.250.000` (the space does not break), with cents only where there are some. */
export function formatRupiah(value: number, locale: Locale = getLocale()): string {
	return `Rp\u00a0${formatAmount(value, locale)}`;
}

/** Writes money for a column whose head names the currency: `1.250.000`. */
export function formatAmount(value: number, locale: Locale = getLocale()): string {
	return (Number.isInteger(value) ? whole : cents)[locale].format(value);
}
