import { domainExtremes } from '#lib/domain/analysis/domain-extremes.ts';
import { joinNames } from '#lib/domain/analysis/join-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** Names the domains that are furthest ahead and furthest behind, in a sentence. What counts is the figure as it is shown:
 *  domains that look the same on paper are named together.
 *  @param domains with their index or mean, in the instrument's order */
export function domainFinding(
	domains: readonly { code: string; name: string; value: number | null }[],
	locale: ReportLocale
): string {
	const o = { locale };
	const ends = domainExtremes(domains, locale);
	if (!ends) return m.report_domain_none({}, o);
	const { best, high, worst, low } = ends;
	const bestNames = joinNames(best, locale);
	if (domains.length === 1) return m.report_domain_single({ name: bestNames, index: high }, o);
	if (high !== low) {
		return m.report_domain_finding(
			{
				best: bestNames,
				bestCount: best.length,
				bestIndex: high,
				worst: joinNames(worst, locale),
				worstCount: worst.length,
				worstIndex: low
			},
			o
		);
	}
	if (best.length === 1) return m.report_domain_only({ name: bestNames, index: high }, o);
	return best.length === domains.length
		? m.report_domain_equal({ index: high }, o)
		: m.report_domain_equal_some({ names: bestNames, index: high }, o);
}
