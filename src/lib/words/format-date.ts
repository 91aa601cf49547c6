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

/** Writes a date, `5 Agustus 2026`, from an ISO date as it stands, or from an ISO instant in the installation's
 *  zone. */
export function formatDate(iso: string, locale: Locale = getLocale()): string {
	return dates[locale].format(dateOf(iso));
}

/** Writes a date for a narrow column: `5 Agu 2026`. */
export function formatDay(iso: string, locale: Locale = getLocale()): string {
	return days[locale].format(dateOf(iso));
}

/** Writes a date for an axis, with the year elsewhere: `5 Agu`. */
export function formatDayMonth(iso: string, locale: Locale = getLocale()): string {
	return daysOfYear[locale].format(dateOf(iso));
}

/** Writes the month of a date: `Agu 2026`. */
export function formatMonth(iso: string, locale: Locale = getLocale()): string {
	return months[locale].format(dateOf(iso));
}

function dateOf(iso: string): Date {
	return new Date(iso.includes('T') ? isoDay(Date.parse(iso)) : iso);
}
