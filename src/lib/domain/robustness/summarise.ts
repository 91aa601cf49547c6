import type { Compiled } from './compile.ts';
import type { Chunk, SensitivityChunk } from './simulate.ts';
import type { Robustness, RobustResult, Sensitivity } from './types.ts';

/** Share of the runs that one side must win for two regions to be told apart. */
const TOLD_APART = 0.95;

/** Puts the parts of a simulation together.
 *  @param chunks all runs, in their order
 *  @param samples all samples for the sensitivity, in their order */
export function summarise(
	compiled: Compiled,
	chunks: readonly Chunk[],
	samples: readonly SensitivityChunk[]
): Robustness {
	const { regions } = compiled;
	const runs = chunks.reduce((sum, chunk) => sum + chunk.runs, 0);
	const results = regions.map((_, place) => resultOf(compiled, chunks, runs, place));
	return {
		runs,
		regions: results,
		groups: groupsOf(results),
		meanShift: chunks.reduce((sum, { shiftSum }) => sum + shiftSum, 0) / runs,
		sensitivity: sensitivityOf(compiled, samples)
	};
}

function resultOf(compiled: Compiled, chunks: readonly Chunk[], runs: number, place: number): RobustResult {
	const { regions, classes, officialRanks } = compiled;
	const n = regions.length;
	const column = (pick: (chunk: Chunk) => ArrayLike<number>) => {
		const values = new Float64Array(runs);
		let at = 0;
		for (const chunk of chunks) for (let run = 0; run < chunk.runs; run++) values[at++] = pick(chunk)[run * n + place]!;
		return values.sort();
	};
	const ranks = column((chunk) => chunk.ranks);
	const indices = column((chunk) => chunk.indices);
	const total = (pick: (chunk: Chunk) => number) => chunks.reduce((sum, chunk) => sum + pick(chunk), 0);
	return {
		code: regions[place]!,
		officialRank: officialRanks[place]!,
		medianRank: quantile(ranks, 0.5),
		rankBand: [quantile(ranks, 0.05), quantile(ranks, 0.95)],
		indexBand: [quantile(indices, 0.05), quantile(indices, 0.95)],
		classes: Object.fromEntries(
			classes.map(({ code }, at) => [code, total((chunk) => chunk.classes[place * classes.length + at]!) / runs])
		),
		alike: regions.filter((_, other) => {
			if (other === place) return false;
			const ahead = total((chunk) => chunk.before[place * n + other]!) / runs;
			const behind = total((chunk) => chunk.before[other * n + place]!) / runs;
			return Math.max(ahead, behind) < TOLD_APART;
		})
	};
}

/** The smallest value that the share of the values does not exceed. @param sorted ascending, not empty */
function quantile(sorted: Float64Array, share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** Groups the regions from the best on: each group takes in those that cannot be told apart from its first. */
function groupsOf(results: readonly RobustResult[]): string[][] {
	const order = results.toSorted((a, b) => a.medianRank - b.medianRank || a.officialRank - b.officialRank);
	const groups: RobustResult[][] = [];
	for (const result of order) {
		const group = groups.at(-1);
		if (group && group[0]!.alike.includes(result.code)) group.push(result);
		else groups.push([result]);
	}
	return groups.map((group) => group.map(({ code }) => code));
}

/** First and total order by the estimators of Jansen (1999): half the mean square distance between runs that share all
 *  but one assumption (total), or only one (what is left of the variance: first). Variance-based sensitivity is what
 *  the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7, recommends. Kept within 0 and 1, which
 *  estimates may leave by chance. */
function sensitivityOf({ settings }: Compiled, samples: readonly SensitivityChunk[]): Sensitivity {
	const joined = (pick: (chunk: SensitivityChunk) => Float64Array) => samples.flatMap((chunk) => [...pick(chunk)]);
	const a = joined((chunk) => chunk.a);
	const b = joined((chunk) => chunk.b);
	const all = [...a, ...b];
	const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
	const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
	const share = (factor: keyof Sensitivity) => {
		if (!settings.vary[factor] || !(variance > 0)) return null;
		const mixed = joined((chunk) => chunk.mixed[factor]);
		const first = 1 - halfSquares(mixed, b) / variance;
		const total = halfSquares(mixed, a) / variance;
		return { first: clamp(first), total: clamp(total) };
	};
	return { weights: share('weights'), levels: share('levels'), aggregation: share('aggregation') };
}

function halfSquares(left: readonly number[], right: readonly number[]): number {
	return left.reduce((sum, value, at) => sum + (value - right[at]!) ** 2, 0) / (2 * left.length);
}

function clamp(share: number): number {
	return Math.min(1, Math.max(0, share));
}
