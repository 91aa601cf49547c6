import { domainExtremes } from '#lib/words/domain-extremes.ts';
import { joinNames } from '#lib/words/join-names.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';

/** Names the domains that are furthest ahead and furthest behind, in a sentence. The figure as it is shown decides:
 *  domains that look the same on paper are named together.
 *  @param domains with their index or mean, in the instrument's order */
export function domainFinding(
	domains: readonly { code: string; name: string; value: number | null }[],
	locale: Locale
): string {
	const ends = domainExtremes(domains, locale);
	if (!ends) return say(locale).report_domain_none({});
	const { best, high, worst, low } = ends;
	const bestNames = joinNames(best, locale);
	if (domains.length === 1) return say(locale).report_domain_single({ name: bestNames, index: high });
	if (high !== low) {
		return say(locale).report_domain_finding({
			best: bestNames,
			bestCount: best.length,
			bestIndex: high,
			worst: joinNames(worst, locale),
			worstCount: worst.length,
			worstIndex: low
		});
	}
	if (best.length === 1) return say(locale).report_domain_only({ name: bestNames, index: high });
	return best.length === domains.length
		? say(locale).report_domain_equal({ index: high })
		: say(locale).report_domain_equal_some({ names: bestNames, index: high });
}
