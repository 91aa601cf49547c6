import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const kilobytes = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
const megabytes = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));

/** Writes a size for people, from bytes: `840 kB`, `2,4 MB`; the space does not break. */
export function formatFileSize(bytes: number, locale: Locale = getLocale()): string {
	return bytes < 1_000_000
		? `${kilobytes[locale].format(Math.max(1, bytes / 1000))}\u00a0kB`
		: `${megabytes[locale].format(bytes / 1_000_000)}\u00a0MB`;
}
