import type { Instrument } from '../instrument/types.ts';
import type { Answers } from '../scoring/types.ts';

/** Worth of one level of each indicator to the index when everything that applies is answered.
 *  @returns share 0–1 by indicator code; they add up to 1. An indicator that does not apply is absent and its share
 *  falls to its siblings, as in the score. For comparing and choosing only: the index itself comes from `score`.
 *  @see instrument/README.md, Scoring 2 and 3 */
export function applicableWeights(instrument: Instrument, answers: Answers): Record<string, number> {
	const shares: Record<string, number> = {};
	const domains = instrument.domains
		.map((domain) => ({
			weight: domain.weight,
			aspects: (domain.aspects ?? [{ weight: 1, indicators: domain.indicators }])
				.map((aspect) => ({
					weight: aspect.weight,
					indicators: aspect.indicators.filter((indicator) => answers[indicator.code] !== 'na')
				}))
				.filter((aspect) => aspect.indicators.length > 0)
		}))
		.filter((domain) => domain.aspects.length > 0);
	const allDomains = totalWeight(domains);
	for (const domain of domains) {
		const allAspects = totalWeight(domain.aspects);
		for (const aspect of domain.aspects) {
			const allIndicators = totalWeight(aspect.indicators);
			for (const indicator of aspect.indicators) {
				shares[indicator.code] =
					(domain.weight / allDomains) * (aspect.weight / allAspects) * (indicator.weight / allIndicators);
			}
		}
	}
	return shares;
}

function totalWeight(children: readonly { weight: number }[]): number {
	return children.reduce((sum, child) => sum + child.weight, 0);
}
