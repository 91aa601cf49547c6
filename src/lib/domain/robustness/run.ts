import { type Compiled, NOT_APPLICABLE, UNANSWERED } from './compile.ts';
import { gamma, type Random, streamFor } from './random.ts';

/** Largest difference of two indices that share a rank: rounding of doubles. */
const SAME = 1e-9;

/** Number of the run from which each assumption takes its chance. The same for all in a simulation, mixed for
 *  sensitivity. */
export interface Draws {
	weights: number;
	levels: number;
	aggregation: number;
}

/** Result of one run, in the order of `Compiled.regions`. The arrays are written over by the next run. */
export interface RunResult {
	index: Float64Array;
	rank: Int32Array;
	/** Number of the class, by region. */
	readiness: Int32Array;
	/** Mean distance between the ranks and the official ones. */
	shift: number;
}

/** Makes runs of a compiled input; keeps its working memory between them. */
export function makeRunner(compiled: Compiled): (draws: Draws) => RunResult {
	const { regions, indicators, settings, nodes, shares } = compiled;
	const weights = Float64Array.from(shares);
	const levels = new Int8Array(compiled.levels.length);
	const values = new Float64Array(nodes.length);
	const result: RunResult = {
		index: new Float64Array(regions.length),
		rank: new Int32Array(regions.length),
		readiness: new Int32Array(regions.length),
		shift: 0
	};
	const drawn = { weights, levels, values };
	const logs = Float64Array.from({ length: compiled.highest + 1 }, (_, level) => Math.log(level));

	return (draws) => {
		if (settings.vary.weights) drawWeights(compiled, weights, streamFor(settings.seed, draws.weights, 1));
		levels.set(compiled.levels);
		if (settings.vary.levels) drawLevels(compiled, levels, streamFor(settings.seed, draws.levels, 2));
		const isGeometric = settings.vary.aggregation && streamFor(settings.seed, draws.aggregation, 3)() < 0.5;
		for (let region = 0; region < regions.length; region++) {
			const first = region * indicators;
			result.index[region] = indexOf(compiled, drawn, first, isGeometric ? logs : null);
			result.readiness[region] = classOf(compiled, levels, first, result.index[region]!);
		}
		rankAll(result.index, result.rank);
		let shift = 0;
		for (let region = 0; region < regions.length; region++)
			shift += Math.abs(result.rank[region]! - compiled.officialRanks[region]!);
		result.shift = regions.length > 0 ? shift / regions.length : 0;
		return result;
	};
}

/** Draws weights from the Dirichlet distribution around the official shares, parent by parent: gamma draws, made to add
 *  up to 1. */
function drawWeights({ nodes, shares, settings }: Compiled, weights: Float64Array, random: Random): void {
	for (const { first, count } of nodes) {
		let total = 0;
		for (let at = first; at < first + count; at++)
			total += weights[at] = gamma(Math.max(1e-3, settings.strength * shares[at]!), random);
		for (let at = first; at < first + count; at++) weights[at]! /= total;
	}
}

function drawLevels(compiled: Compiled, levels: Int8Array, random: Random): void {
	const { uncertain, indicators, shifts, lowest, highest } = compiled;
	for (let region = 0; region < uncertain.length; region++)
		for (const indicator of uncertain[region]!) {
			const at = region * indicators + indicator;
			const level = levels[at]!;
			const chance = random();
			if (level <= UNANSWERED) continue;
			const shift = shifts.find(({ upTo }) => chance < upTo)?.by ?? 0;
			levels[at] = Math.min(highest, Math.max(lowest, level + shift));
		}
}

/** Weighted mean from the leaves up: arithmetic, or geometric where logarithms are given. Parts without a value leave
 *  it. */
function indexOf(
	{ nodes, children }: Compiled,
	{ weights, levels, values }: { weights: Float64Array; levels: Int8Array; values: Float64Array },
	first: number,
	logs: Float64Array | null
): number {
	for (let node = 0; node < nodes.length; node++) {
		const { first: start, count, isLeaf } = nodes[node]!;
		let sum = 0;
		let weight = 0;
		for (let at = start; at < start + count; at++) {
			const child = children[at]!;
			const value = isLeaf ? levels[first + child]! : values[child]!;
			if (!(value > 0)) continue;
			weight += weights[at]!;
			sum += weights[at]! * (logs === null ? value : isLeaf ? logs[value]! : Math.log(value));
		}
		values[node] = weight === 0 ? NaN : logs === null ? sum / weight : Math.exp(sum / weight);
	}
	return values[nodes.length - 1]!;
}

function classOf({ classes, gates }: Compiled, levels: Int8Array, first: number, index: number): number {
	let lowestGate = Infinity;
	for (const gate of gates) {
		const level = levels[first + gate]!;
		if (level !== NOT_APPLICABLE) lowestGate = Math.min(lowestGate, level);
	}
	const found = classes.findIndex(({ minIndex, minGate }) => index >= minIndex - SAME && lowestGate >= minGate);
	return found < 0 ? classes.length - 1 : found;
}

/** Ranks indices, 1 the best; equal ones share a rank and the next rank is skipped. */
function rankAll(index: Float64Array, rank: Int32Array): void {
	for (let own = 0; own < index.length; own++) {
		let better = 0;
		for (let other = 0; other < index.length; other++) if (index[other]! > index[own]! + SAME) better++;
		rank[own] = better + 1;
	}
}
