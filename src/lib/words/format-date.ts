import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isoDay } from './local-time.ts';
import { perLocale } from './per-locale.ts';

const of = (options: Intl.DateTimeFormatOptions) =>
	perLocale((tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));

const dates = of({ dateStyle: 'long' });
const days = of({ day: 'numeric', month: 'short', year: 'numeric' });
const daysOfYear = of({ day: 'numeric', month: 'short' });
const months = of({ month: 'short', year: 'numeric' });

/** `5 Agustus 2026` from an ISO date as it stands, or from an ISO instant by the installation's clocks. */
export function formatDate(iso: string, locale: Locale = getLocale()): string {
	return dates[locale].format(dateOf(iso));
}

/** `5 Agu 2026`: the same in a narrow column. */
export function formatDay(iso: string, locale: Locale = getLocale()): string {
	return days[locale].format(dateOf(iso));
}

/** `5 Agu`: the same on an axis, where the year stands elsewhere. */
export function formatDayMonth(iso: string, locale: Locale = getLocale()): string {
	return daysOfYear[locale].format(dateOf(iso));
}

/** `Agu 2026`: the month of it. */
export function formatMonth(iso: string, locale: Locale = getLocale()): string {
	return months[locale].format(dateOf(iso));
}

function dateOf(iso: string): Date {
	return new Date(iso.includes('T') ? isoDay(Date.parse(iso)) : iso);
}
