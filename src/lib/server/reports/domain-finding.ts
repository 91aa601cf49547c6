import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReportLocale } from './types.ts';

/** Names the domain that is furthest ahead and the one furthest behind: all of them, where several show the same figure.
 *  @param domains with their index or mean, in the instrument's order */
export function domainFinding(
	domains: readonly { code: string; name: string; value: number | null }[],
	locale: ReportLocale
): string {
	const valued = domains.flatMap(({ code, name, value }) =>
		value === null ? [] : [{ name: `${code} ${name}`, value, shown: formatIndex(value, locale) }]
	);
	const at = (end: number) => valued.find(({ value }) => value === end)?.shown;
	const bestIndex = at(Math.max(...valued.map(({ value }) => value)));
	const worstIndex = at(Math.min(...valued.map(({ value }) => value)));
	if (!bestIndex || !worstIndex) return m.report_domain_none({}, { locale });
	const names = (wanted: string) =>
		valued
			.filter(({ shown }) => shown === wanted)
			.map(({ name }) => name)
			.join('; ');
	if (bestIndex === worstIndex) return m.report_domain_equal({ index: bestIndex }, { locale });
	return m.report_domain_finding(
		{ best: names(bestIndex), bestIndex, worst: names(worstIndex), worstIndex },
		{ locale }
	);
}
