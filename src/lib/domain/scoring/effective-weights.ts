import Fraction from 'fraction.js';
import { apportion } from './apportion.ts';
import { exactDecimal } from './exact.ts';
import type { Instrument, Text } from '../instrument/types.ts';

export interface EffectiveWeight {
	kind: 'domain' | 'aspect' | 'indicator';
	code: string;
	name: Text;
	/** Share of its parent, 0 to 1. */
	share: number;
	/** The same in per cent, for display: two decimals, rounded so that the parts of one parent add up to 100.00. */
	shareInPercent: number;
	/** Share of the whole, 0 to 1: the product of the shares on the way down. */
	effective: number;
	/** Exact share of the whole: those of all indicators add up to 1. */
	exact: Fraction;
	/** Share of the whole in per cent, for display: two decimals, rounded so that the domains add up to 100.00 to the
	 *  digit and the parts of every domain and aspect to its own. */
	percent: number;
}

interface Part {
	kind: EffectiveWeight['kind'];
	code: string;
	name: Text;
	weight: number;
	children: Part[];
}

/** Hundredths of a per cent in a whole. */
const WHOLE = 10_000;

/** Weights of every domain, aspect and indicator in the whole when all of them apply, in the order of the outline:
 *  each domain followed by its parts. */
export function effectiveWeights(instrument: Instrument): EffectiveWeight[] {
	return weigh(parts(instrument), { exact: new Fraction(1), shown: WHOLE });
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

/** @param parent its exact share of the whole, and the same in hundredths of a per cent as it is shown */
function weigh(siblings: readonly Part[], parent: { exact: Fraction; shown: number }): EffectiveWeight[] {
	const total = siblings.reduce((sum, { weight }) => sum.add(exactDecimal(weight)), new Fraction(0));
	const shares = siblings.map(({ weight }) => exactDecimal(weight).div(total));
	const inPercent = (fractions: readonly Fraction[], whole: number) =>
		apportion(
			fractions.map((fraction) => fraction.mul(100)),
			whole
		);
	const ofParent = inPercent(shares, WHOLE);
	const shown = inPercent(
		shares.map((share) => parent.exact.mul(share)),
		parent.shown
	);
	return siblings.flatMap(({ kind, code, name, children }, at) => {
		const exact = parent.exact.mul(shares[at]!);
		return [
			{
				kind,
				code,
				name,
				share: shares[at]!.valueOf(),
				shareInPercent: ofParent[at]! / 100,
				effective: exact.valueOf(),
				exact,
				percent: shown[at]! / 100
			},
			...weigh(children, { exact, shown: shown[at]! })
		];
	});
}
