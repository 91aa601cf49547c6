import type Fraction from 'fraction.js';
import { apportion } from './apportion.ts';
import type { ParentContributions } from './contributions.ts';
import { nearestDouble } from './exact.ts';
import { hundredths } from './shown-index.ts';

/** Parts of an index as they are printed, rounded so that what stands in a table adds up to its printed sum. */
export interface ShownDomain {
	code: string;
	/** Share of the weight that has a value, 0 to 1, in whole hundredths of a per cent: those of all domains add up to 1;
	 *  null = the domain has no value. */
	share: number | null;
	/** Index points in whole hundredths: those of all domains add up to the index as it is shown; null = no value. */
	contribution: number | null;
	/** Contribution of each indicator by code, index points in whole hundredths: they add up to the domain's. An indicator
	 *  without a level is absent. */
	indicators: Map<string, number>;
}

/** Hundredths of a per cent in a whole. */
const WHOLE = 10_000;

/** Parts of an index for print, apportioned by the largest remainder: the domains to the index, the indicators of each
 *  to their domain.
 *  @param parents the exact contributions, the whole first */
export function shownParts([whole, ...parents]: readonly ParentContributions[]): ShownDomain[] {
	if (!whole) return [];
	const index = whole.value === null ? 0 : hundredths(nearestDouble(whole.value));
	const shares = spread(whole.children, ({ share }) => share && share.mul(100), WHOLE);
	const points = spread(whole.children, ({ effective }) => effective, index);
	const indicators = indicatorsByDomain(parents);
	return whole.children.map(({ node }, at) => {
		const own = indicators.get(node.code) ?? [];
		const parts = spread(own, ({ effective }) => effective, points[at] ?? 0);
		return {
			code: node.code,
			share: shares[at] === null ? null : shares[at]! / WHOLE,
			contribution: points[at] === null ? null : points[at]! / 100,
			indicators: new Map(
				own.flatMap(({ node: { code } }, place) => (parts[place] == null ? [] : [[code, parts[place]! / 100] as const]))
			)
		};
	});
}

type Child = ParentContributions['children'][number];

/** Indicators of each domain, those of its aspects included, by the domain's code. */
function indicatorsByDomain(parents: readonly ParentContributions[]): Map<string, Child[]> {
	const found = new Map<string, Child[]>();
	let domain: Child[] = [];
	for (const { node, children } of parents) {
		if (node.kind === 'domain') found.set(node.code, (domain = []));
		domain.push(...children.filter((child) => child.node.kind === 'indicator'));
	}
	return found;
}

/** Apportions a sum to the items that have a value; null for the others. */
function spread<T>(items: readonly T[], valueOf: (item: T) => Fraction | null, total: number): (number | null)[] {
	const values = items.map(valueOf);
	const rounded = apportion(
		values.filter((value) => value !== null),
		total
	);
	return values.map((value) => (value === null ? null : rounded.shift()!));
}
