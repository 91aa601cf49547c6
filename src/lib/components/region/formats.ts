import { getLocale } from '#lib/paraglide/runtime.js';

const TAGS = { id: 'id-ID', en: 'en-GB' } as const;
const tag = () => TAGS[getLocale()];

/** Levels won or lost: `+1`, `−2`, `0`. */
export function formatLevels(levels: number): string {
	return new Intl.NumberFormat(tag(), { signDisplay: 'exceptZero' }).format(levels).replace('-', '−');
}

/** A share from 0 to 1 in percent with at most one decimal: `82,5%`. Never rounds what is incomplete up to 100. */
export function formatShare(share: number): string {
	const shown = share < 1 ? Math.min(share, 0.999) : share;
	return new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: 1 }).format(shown);
}

/** A count or an effort with at most one decimal: `1.234,5`. */
export function formatCount(value: number): string {
	return new Intl.NumberFormat(tag(), { maximumFractionDigits: 1 }).format(value);
}

/** `5 Agustus 2026` from an ISO date. */
export function formatDate(iso: string): string {
	return new Intl.DateTimeFormat(tag(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** `5 Agu 2026` from an ISO date, for tables. */
export function formatDay(iso: string): string {
	return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

/** `5 Agu` from an ISO date, for axes. */
export function formatDayMonth(iso: string): string {
	return new Intl.DateTimeFormat(tag(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso));
}

/** `5 Agustus 2026 pukul 10.24` in the region's time zone (WIB), from an instant in milliseconds. */
export function formatInstant(at: number): string {
	const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' } as const;
	return new Intl.DateTimeFormat(tag(), options).format(at);
}
