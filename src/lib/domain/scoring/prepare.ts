import type Fraction from 'fraction.js';
import type { Indicator, Instrument } from '../instrument/types.ts';
import { exactDecimal, millionths } from './exact.ts';

interface Part {
	code: string;
	/** Weight as in the instrument. */
	weight: number;
	/** Weight as a whole number; among siblings in the same ratios as their weights. */
	whole: number;
}

export interface PreparedIndicator extends Part {
	kind: 'indicator';
	gate: boolean;
}

/** Holds either parents or indicators; the other list is empty. */
export interface PreparedParent extends Part {
	kind: 'instrument' | 'domain' | 'aspect';
	parents: PreparedParent[];
	indicators: PreparedIndicator[];
}

export interface Prepared {
	/** The whole instrument; its parents are the domains. */
	root: PreparedParent;
	/** All indicators in order. */
	indicators: PreparedIndicator[];
	/** Levels that can be chosen, ascending. */
	levels: number[];
	predicates: { code: string; from: Fraction }[];
	classes: { code: string; minIndex: Fraction; minGate: number | null }[];
}

const cache = new WeakMap<Instrument, Prepared>();

/** Prepares an instrument for scoring: a tree with exact weights and thresholds. Made once per instrument object, which
 *  therefore must not change afterwards; a version of an instrument never does.
 *  @throws RangeError when weights are so large and odd that their sums are not exact; thousands of indicators under
 *  one parent could do that, within what the format allows */
export function prepare(instrument: Instrument): Prepared {
	let prepared = cache.get(instrument);
	if (!prepared) {
		prepared = build(instrument);
		cache.set(instrument, prepared);
	}
	return prepared;
}

function build({ code, domains, levels, predicates, classes }: Instrument): Prepared {
	const highest = Math.max(1, ...levels.map((level) => level.level));
	const indicators: PreparedIndicator[] = [];
	const leaves = (sources: readonly Indicator[]): PreparedIndicator[] => {
		const wholes = wholeWeights(sources, highest);
		const prepared = sources.map(({ code, weight, gate }, at): PreparedIndicator => ({
			kind: 'indicator',
			code,
			weight,
			whole: wholes[at]!,
			gate
		}));
		indicators.push(...prepared);
		return prepared;
	};
	const domainWholes = wholeWeights(domains, highest);
	const parents = domains.map((domain, at): PreparedParent => {
		const aspectWholes = wholeWeights(domain.aspects ?? [], highest);
		return {
			kind: 'domain',
			code: domain.code,
			weight: domain.weight,
			whole: domainWholes[at]!,
			parents: (domain.aspects ?? []).map((aspect, place) => ({
				kind: 'aspect',
				code: aspect.code,
				weight: aspect.weight,
				whole: aspectWholes[place]!,
				parents: [],
				indicators: leaves(aspect.indicators)
			})),
			indicators: domain.aspects ? [] : leaves(domain.indicators)
		};
	});
	return {
		root: { kind: 'instrument', code, weight: 1, whole: 1, parents, indicators: [] },
		indicators,
		levels: levels.map((level) => level.level),
		predicates: predicates.map(({ code, from }) => ({ code, from: exactDecimal(from) })),
		classes: classes.map(({ code, minIndex, minGate }) => ({ code, minIndex: exactDecimal(minIndex), minGate }))
	};
}

/** Turns siblings' weights into the smallest whole numbers in the same ratios: 25, 20, 12.5 → 10, 8, 5. */
function wholeWeights(siblings: readonly { weight: number }[], highest: number): number[] {
	const scaled = siblings.map(({ weight }) => millionths(weight));
	const shared = scaled.reduce(greatestDivisor, 0n);
	const wholes = scaled.map((weight) => Number(weight / shared));
	if (wholes.reduce((sum, whole) => sum + whole, 0) * highest > Number.MAX_SAFE_INTEGER) {
		throw new RangeError('The weights of one parent are too large to be added exactly');
	}
	return wholes;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? a : greatestDivisor(b, a % b);
}
