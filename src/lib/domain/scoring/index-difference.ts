import Fraction from 'fraction.js';
import type { Instrument } from '../instrument/types.ts';
import { contributions } from './contributions.ts';
import { nearestDouble } from './exact.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';
import { prepare } from './prepare.ts';
import { scoreParent } from './score.ts';
import type { Answers } from './types.ts';
import { apportion } from './apportion.ts';

/** Part of the difference between two indices that one indicator or domain accounts for. */
export interface DifferencePart {
	code: string;
	/** Index points; those of all indicators, and those of all domains, add up to the difference exactly. */
	exact: Fraction;
	/** Whole hundredths, as they are shown: those of a domain's indicators add up to the domain's, those of the domains
	 *  to the difference of the two indices as they are shown. */
	shown: number;
}

export interface DifferenceDomain extends DifferencePart {
	/** Parts of its indicators, in the instrument's order. */
	indicators: DifferencePart[];
}

export interface IndexDifference {
	/** Index of `now` minus index of `from`. */
	exact: Fraction;
	/** Whole hundredths: the difference of the two indices as they are shown. */
	shown: number;
	domains: DifferenceDomain[];
}

/** Splits the difference between two indices into parts of its indicators, exactly.
 *
 *  With w the weight of an indicator in the index (0 where it has no value), x its level and c the mean of the two
 *  indices, its part is w′(x′ − c) − w(x − c). The weights of each side add up to 1, so the parts add up to the
 *  difference. Where both sides have the same weights the part is w(x′ − x); where an indicator counts on one side
 *  only, it is the effect of counting it on the index, and not its whole contribution (the symmetric decomposition of
 *  Bennet 1920).
 *  @returns null when one of the two has no index
 *  @see docs/analysis.md */
export function indexDifference(instrument: Instrument, from: Answers, now: Answers): IndexDifference | null {
	const [before, after] = [weighted(instrument, from), weighted(instrument, now)];
	if (before === null || after === null) return null;
	const centre = before.index.add(after.index).div(2);
	const part = ({ parts }: Weighted, code: string) => {
		const found = parts.get(code);
		return found ? found.weight.mul(found.level.sub(centre)) : ZERO;
	};
	const domains = instrument.domains.map(({ code, indicators }) => ({
		code,
		indicators: indicators.map((indicator) => ({
			code: indicator.code,
			exact: part(after, indicator.code).sub(part(before, indicator.code))
		}))
	}));
	return withShown(before.index, after.index, domains);
}

const ZERO = new Fraction(0);

function withShown(
	from: Fraction,
	now: Fraction,
	domains: { code: string; indicators: { code: string; exact: Fraction }[] }[]
): IndexDifference {
	const sums = domains.map(({ indicators }) => indicators.reduce((sum, { exact }) => sum.add(exact), ZERO));
	const difference = shownDifference(nearestDouble(now), nearestDouble(from))!;
	const shown = Math.round(difference * 100);
	const shownDomains = apportion(sums, shown);
	return {
		exact: now.sub(from),
		shown,
		domains: domains.map(({ code, indicators }, at) => {
			const parts = apportion(
				indicators.map(({ exact }) => exact),
				shownDomains[at]!
			);
			return {
				code,
				exact: sums[at]!,
				shown: shownDomains[at]!,
				indicators: indicators.map((indicator, place) => ({ ...indicator, shown: parts[place]! }))
			};
		})
	};
}

interface Weighted {
	index: Fraction;
	/** Weight and level of each indicator that has a level, by code. */
	parts: Map<string, { weight: Fraction; level: Fraction }>;
}

function weighted(instrument: Instrument, answers: Answers): Weighted | null {
	const root = scoreParent(prepare(instrument).root, answers);
	if (root.value === null) return null;
	const reach = new Map<object, Fraction>([[root.node, new Fraction(1)]]);
	const parts: Weighted['parts'] = new Map();
	for (const { node: parent, children } of contributions(root, answers))
		for (const { node, value, share } of children) {
			const above = reach.get(parent);
			if (!above || share === null || value === null) continue;
			const weight = above.mul(share);
			reach.set(node, weight);
			if (node.kind === 'indicator') parts.set(node.code, { weight, level: value });
		}
	return { index: root.value, parts };
}
