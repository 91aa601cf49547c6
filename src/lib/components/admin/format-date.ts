import { getLocale } from '#lib/paraglide/runtime.js';

// All times are those of East Java (WIB), on the server and in every browser alike.
const zone = 'Asia/Jakarta';

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(getLocale() === 'id' ? 'id-ID' : 'en-GB', { timeZone: zone, ...options });
}

/** An ISO date as `2 Maret 2026`, in the language of the page. */
export function formatDate(isoDate: string): string {
	return formatter({ dateStyle: 'long' }).format(Date.parse(`${isoDate.slice(0, 10)}T05:00:00Z`));
}

/** An instant in milliseconds as `2 Mar 2026, 10.24.05`. */
export function formatInstant(at: number): string {
	return formatter({ dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}
