import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDayMonth } from './format-date.ts';
import { isoDay } from './local-time.ts';
import { perLocale } from './per-locale.ts';
import { perZone, zoneName } from './time-zone.ts';

const moments = perZone((timeZone) =>
	perLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }))
);
const times = perZone((timeZone) =>
	perLocale((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone }))
);

/** Writes day and time in the installation's zone, with its name: `5 Agustus 2026 pukul 10.24 WIB`.
 *  @param at milliseconds */
export function formatMoment(at: number, locale: Locale = getLocale()): string {
	return `${moments()[locale].format(at)}\u00a0${zoneName(at)}`;
}

/** Writes the moment of a save: the time of day (`10.24`), with the date where it is another than today.
 *  @param at milliseconds
 *  @param now milliseconds */
export function formatRecent(at: number, now: number, locale: Locale = getLocale()): string {
	const [time, day] = [times()[locale].format(at), isoDay(at)];
	return day === isoDay(now) ? time : `${formatDayMonth(day, locale)}, ${time}`;
}
