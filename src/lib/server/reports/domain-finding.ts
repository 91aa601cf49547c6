import { domainExtremes } from '#lib/domain/analysis/domain-extremes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReportLocale } from './types.ts';

/** Names the domains that are furthest ahead and furthest behind, in a sentence.
 *  @param domains with their index or mean, in the instrument's order */
export function domainFinding(
	domains: readonly { code: string; name: string; value: number | null }[],
	locale: ReportLocale
): string {
	const ends = domainExtremes(domains, locale);
	if (!ends) return m.report_domain_none({}, { locale });
	const { best, high, worst, low } = ends;
	if (high === low) return m.report_domain_equal({ index: high }, { locale });
	return m.report_domain_finding({ best, bestIndex: high, worst, worstIndex: low }, { locale });
}
