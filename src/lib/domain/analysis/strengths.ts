import type { Instrument } from '../instrument/types.ts';
import { applicableWeights } from './applicable-weights.ts';
import { indicatorMeans } from './group-means.ts';
import type { Assessed, Mean, Scope } from './types.ts';

/** An indicator with the numbers that chose it, so that a page or report can say why. */
export interface Standing {
	indicator: string;
	domain: string;
	level: number;
	/** Mean level of the compared regions and their number; null when none of them has a level. */
	mean: number | null;
	n: number;
	/** Difference level − mean, in levels. */
	difference: number | null;
	/** Share of the index that hangs on the indicator, 0–1. */
	weight: number;
	/** Index points that the difference is worth: weight × difference. */
	worth: number | null;
	/** Index points still to be won here: weight × (highest level − level). */
	open: number;
}

export interface Standings {
	/** Indicators above the mean; the largest worth first. */
	strengths: Standing[];
	/** Indicators below the mean; the largest loss first. */
	gaps: Standing[];
	/** Indicators with the most index points still to be won, whatever others do; also for a region without gaps. */
	largestOpen: Standing[];
	/** Indicators at the highest levels, whatever others do, never at the lowest of all; the heavier one first. */
	highest: Standing[];
}

/** Finds strengths and gaps of one region. The comparison is with the mean of the regions in scope, because a level
 *  that all share says nothing about this one; it is weighted, because a level lost in a heavy indicator costs more.
 *  Ties go to the instrument's order. An unanswered or inapplicable indicator is neither.
 *  @param peers the results whose means the region is compared with; the region itself may be among them */
export function strengthsAndGaps(
	instrument: Instrument,
	region: Pick<Assessed, 'answers'>,
	peers: readonly Assessed[],
	{ count = 3, ...scope }: Scope & { count?: number } = {}
): Standings {
	const means = new Map(indicatorMeans(instrument, peers, scope).map((mean) => [mean.code, mean]));
	return standingsAgainst(instrument, region, means, count);
}

/** Strengths and gaps against means that are known already, by indicator code; an absent one is that of nobody. */
export function standingsAgainst(
	instrument: Instrument,
	region: Pick<Assessed, 'answers'>,
	means: ReadonlyMap<string, Pick<Mean, 'mean' | 'n'>>,
	count = 3
): Standings {
	const weights = applicableWeights(instrument, region.answers);
	const highest = Math.max(...instrument.levels.map(({ level }) => level));
	const lowest = Math.min(...instrument.levels.map(({ level }) => level));
	const standings: Standing[] = instrument.domains.flatMap((domain) =>
		domain.indicators.flatMap(({ code }) => {
			const level = region.answers[code];
			if (typeof level !== 'number') return [];
			const { mean, n } = means.get(code) ?? { mean: null, n: 0 };
			const weight = weights[code]!;
			const difference = mean === null ? null : level - mean;
			const worth = difference === null ? null : weight * difference;
			return [
				{
					indicator: code,
					domain: domain.code,
					level,
					mean,
					n,
					difference,
					weight,
					worth,
					open: weight * (highest - level)
				}
			];
		})
	);
	const largest = (value: (standing: Standing) => number) =>
		standings
			.filter((standing) => value(standing) > 0)
			.sort((a, b) => value(b) - value(a))
			.slice(0, count);
	return {
		strengths: largest(({ worth }) => worth ?? 0),
		gaps: largest(({ worth }) => -(worth ?? 0)),
		largestOpen: largest(({ open }) => open),
		highest: standings
			.filter(({ level }) => level > lowest)
			.sort((a, b) => b.level - a.level || b.weight - a.weight)
			.slice(0, count)
	};
}
