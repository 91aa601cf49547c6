import { getLocale } from '#lib/paraglide/runtime.js';

/** A size for people: `840 kB`, `2,4 MB`. */
export function fileSize(bytes: number): string {
	const tag = getLocale() === 'id' ? 'id-ID' : 'en-GB';
	const whole = bytes < 1_000_000;
	const figure = new Intl.NumberFormat(tag, { maximumFractionDigits: whole ? 0 : 1 });
	return whole ? `${figure.format(Math.max(1, bytes / 1000))} kB` : `${figure.format(bytes / 1_000_000)} MB`;
}
