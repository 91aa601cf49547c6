import { prepare, type PreparedParent } from '../scoring/prepare.ts';
import { score } from '../scoring/score.ts';
import type { RobustInput } from './types.ts';

/** Marks in `levels` of an indicator that does not apply and of an unanswered one. Both are left out of the sum; only
 *  an unanswered gate counts as not reached. */
export const NOT_APPLICABLE = -1;
export const UNANSWERED = 0;

/** The input as flat arrays, in which ten thousand runs take well under a second. */
export interface Compiled {
	/** Parents from the leaves up, the whole instrument last. */
	nodes: { first: number; count: number; /** Children are indicators, else nodes. */ isLeaf: boolean }[];
	/** Child of each place: an indicator's or a node's number. */
	children: Int32Array;
	/** Official share of each place inside its parent; those of one parent add up to 1. */
	shares: Float64Array;
	indicators: number;
	regions: string[];
	/** Level by region and indicator. */
	levels: Int8Array;
	/** Numbers of the indicators that vary, by region. */
	uncertain: Int32Array[];
	/** Numbers of the gating indicators. */
	gates: Int32Array;
	classes: { code: string; minIndex: number; minGate: number }[];
	lowest: number;
	highest: number;
	/** Cumulative probabilities of the shifts. */
	shifts: { by: number; upTo: number }[];
	officialRanks: Int32Array;
	settings: RobustInput['settings'];
}

/** Flattens the input. Regions without a readiness class are left out. */
export function compile({ instrument, regions, disagreement, settings }: RobustInput): Compiled {
	const prepared = prepare(instrument);
	const numberOf = new Map(prepared.indicators.map(({ code }, at) => [code, at]));
	const nodes: Compiled['nodes'] = [];
	const children: number[] = [];
	const shares: number[] = [];
	const add = (parent: PreparedParent): number => {
		const isLeaf = parent.parents.length === 0;
		const below = isLeaf ? parent.indicators.map(({ code }) => numberOf.get(code)!) : parent.parents.map(add);
		const weights = (isLeaf ? parent.indicators : parent.parents).map(({ whole }) => whole);
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		nodes.push({ first: children.length, count: below.length, isLeaf });
		children.push(...below);
		shares.push(...weights.map((weight) => weight / total));
		return nodes.length - 1;
	};
	add(prepared.root);

	const ranked = regions
		.map((region) => ({ region, score: score(instrument, region.answers) }))
		.filter((entry) => entry.score.readinessClass !== null);
	const levels = new Int8Array(ranked.length * prepared.indicators.length);
	for (const [place, { region }] of ranked.entries())
		for (const [code, at] of numberOf) {
			const answer = region.answers[code];
			levels[place * numberOf.size + at] =
				answer === 'na' ? NOT_APPLICABLE : typeof answer === 'number' ? answer : UNANSWERED;
		}
	const indices = ranked.map((entry) => entry.score.index!);
	let upTo = 0;
	const shifts = Object.entries(disagreement)
		.map(([by, probability]) => ({ by: Number(by), probability }))
		.sort((a, b) => a.by - b.by)
		.map(({ by, probability }) => ({ by, upTo: (upTo += probability) }));
	return {
		nodes,
		children: Int32Array.from(children),
		shares: Float64Array.from(shares),
		indicators: numberOf.size,
		regions: ranked.map(({ region }) => region.code),
		levels,
		uncertain: ranked.map(({ region }) =>
			Int32Array.from(region.uncertain.flatMap((code) => numberOf.get(code) ?? []))
		),
		gates: Int32Array.from(prepared.indicators.flatMap(({ gate }, at) => (gate ? [at] : []))),
		classes: instrument.classes.map(({ code, minIndex, minGate }) => ({ code, minIndex, minGate: minGate ?? 0 })),
		lowest: Math.min(...prepared.levels),
		highest: Math.max(...prepared.levels),
		shifts,
		officialRanks: Int32Array.from(indices.map((own) => 1 + indices.filter((other) => other > own).length)),
		settings
	};
}
