import { formatIndex } from './format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Finds the domains furthest ahead and furthest behind, as they are shown: all of them, where several show the same
 *  figure.
 *  @param domains domains with their index or mean, in the instrument's order
 *  @returns names with codes, and the figures; null where no domain has one */
export function domainExtremes(
	domains: readonly { code: string; name: string; value: number | null }[],
	locale: Locale
): { best: string[]; high: string; worst: string[]; low: string } | null {
	const valued = domains.flatMap(({ code, name, value }) =>
		value === null ? [] : [{ name: `${code} ${name}`, value, shown: formatIndex(value, locale) }]
	);
	const shownAt = (end: number) => valued.find(({ value }) => value === end)?.shown;
	const high = shownAt(Math.max(...valued.map(({ value }) => value)));
	const low = shownAt(Math.min(...valued.map(({ value }) => value)));
	if (high === undefined || low === undefined) return null;
	const named = (wanted: string) => valued.filter(({ shown }) => shown === wanted).map(({ name }) => name);
	return { best: named(high), high, worst: named(low), low };
}
