import Fraction from 'fraction.js';
import { exactDecimal } from './exact.ts';
import type { Instrument, Text } from '../instrument/types.ts';

export interface EffectiveWeight {
	kind: 'domain' | 'aspect' | 'indicator';
	code: string;
	name: Text;
	/** Share of its parent, 0 to 1. */
	share: number;
	/** Share of the whole, 0 to 1: the product of the shares on the way down. */
	effective: number;
	/** Exact share of the whole: those of all indicators add up to 1. */
	exact: Fraction;
	/** Share of the whole in per cent, for display: two decimals, rounded so that the indicators add up to 100.00 to the
	 *  digit and every domain and aspect to the sum of its own. */
	percent: number;
}

interface Part {
	kind: EffectiveWeight['kind'];
	code: string;
	name: Text;
	weight: number;
	children: Part[];
}

interface Placed {
	part: Part;
	share: Fraction;
	effective: Fraction;
}

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000n;

/** Weights of every domain, aspect and indicator in the whole when all of them apply, in the order of the outline:
 *  each domain followed by its parts. */
export function effectiveWeights(instrument: Instrument): EffectiveWeight[] {
	const placed = place(parts(instrument), new Fraction(1));
	const rounded = roundToWhole(placed.filter(({ part }) => part.kind === 'indicator'));
	return placed.map(({ part, share, effective }) => ({
		kind: part.kind,
		code: part.code,
		name: part.name,
		share: share.valueOf(),
		effective: effective.valueOf(),
		exact: effective,
		percent: leaves(part).reduce((sum, leaf) => sum + (rounded.get(leaf) ?? 0), 0) / 100
	}));
}

function parts({ domains }: Instrument): Part[] {
	const indicators = (of: Instrument['domains'][number]['indicators']): Part[] =>
		of.map(({ code, name, weight }) => ({ kind: 'indicator', code, name, weight, children: [] }));
	return domains.map(({ code, name, weight, aspects, indicators: own }) => ({
		kind: 'domain',
		code,
		name,
		weight,
		children: aspects
			? aspects.map((aspect) => ({ ...aspect, kind: 'aspect' as const, children: indicators(aspect.indicators) }))
			: indicators(own)
	}));
}

function place(siblings: readonly Part[], parent: Fraction): Placed[] {
	const total = siblings.reduce((sum, { weight }) => sum.add(exactDecimal(weight)), new Fraction(0));
	return siblings.flatMap((part) => {
		const share = exactDecimal(part.weight).div(total);
		const effective = parent.mul(share);
		return [{ part, share, effective }, ...place(part.children, effective)];
	});
}

/** Rounds to hundredths of a per cent that add up to the whole: down first, then the rest goes to those that lost most
 *  (largest remainder). */
function roundToWhole(indicators: readonly Placed[]): Map<Part, number> {
	const scaled = indicators.map(({ part, effective }) => {
		const exact = effective.mul(WHOLE);
		const floor = exact.floor();
		return { part, floor: Number(floor.n), lost: exact.sub(floor) };
	});
	const left = Number(WHOLE) - scaled.reduce((sum, { floor }) => sum + floor, 0);
	const raised = new Set(scaled.toSorted((a, b) => b.lost.compare(a.lost)).slice(0, left));
	return new Map(scaled.map((entry) => [entry.part, entry.floor + (raised.has(entry) ? 1 : 0)]));
}

function leaves(part: Part): Part[] {
	return part.kind === 'indicator' ? [part] : part.children.flatMap(leaves);
}
