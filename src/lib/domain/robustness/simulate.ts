import type { Compiled } from './compile.ts';
import { makeRunner } from './run.ts';

/** The runs `from` up to, not including, `to`, ready to be put together with others. */
export interface Chunk {
	runs: number;
	/** Ranks by run and region. */
	ranks: Uint16Array;
	indices: Float32Array;
	/** Number of runs by region and class. */
	classes: Uint32Array;
	/** Number of runs that ranked region a before region b, by a and b. */
	before: Uint32Array;
	shiftSum: number;
}

/** Makes a part of the runs. The result does not depend on how they are cut into parts. */
export function simulate(compiled: Compiled, from: number, to: number): Chunk {
	const { regions, classes } = compiled;
	const n = regions.length;
	const run = makeRunner(compiled);
	const chunk: Chunk = {
		runs: to - from,
		ranks: new Uint16Array((to - from) * n),
		indices: new Float32Array((to - from) * n),
		classes: new Uint32Array(n * classes.length),
		before: new Uint32Array(n * n),
		shiftSum: 0
	};
	for (let number = from; number < to; number++) {
		const { index, rank, readiness, shift } = run({ weights: number, levels: number, aggregation: number });
		const at = (number - from) * n;
		chunk.ranks.set(rank, at);
		chunk.indices.set(index, at);
		chunk.shiftSum += shift;
		for (let a = 0; a < n; a++) {
			chunk.classes[a * classes.length + readiness[a]!]!++;
			for (let b = 0; b < n; b++) if (rank[a]! < rank[b]!) chunk.before[a * n + b]!++;
		}
	}
	return chunk;
}

/** Mean rank shift of the runs that sensitivity is worked out from: A and B draw everything anew, `mixed` are as A with
 *  one assumption taken from B. */
export interface SensitivityChunk {
	a: Float64Array;
	b: Float64Array;
	mixed: Record<'weights' | 'levels' | 'aggregation', Float64Array>;
}

/** First number of the runs B, beyond those that the simulation itself uses. */
const B_FROM = 0x40000000;

/** Draws the samples `from` up to, not including, `to`: five runs each. */
export function sample(compiled: Compiled, from: number, to: number): SensitivityChunk {
	const run = makeRunner(compiled);
	const empty = () => new Float64Array(to - from);
	const chunk: SensitivityChunk = {
		a: empty(),
		b: empty(),
		mixed: { weights: empty(), levels: empty(), aggregation: empty() }
	};
	for (let number = from; number < to; number++) {
		const at = number - from;
		const a = { weights: number, levels: number, aggregation: number };
		const b = { weights: B_FROM + number, levels: B_FROM + number, aggregation: B_FROM + number };
		chunk.a[at] = run(a).shift;
		chunk.b[at] = run(b).shift;
		for (const factor of ['weights', 'levels', 'aggregation'] as const)
			chunk.mixed[factor][at] = run({ ...a, [factor]: b[factor] }).shift;
	}
	return chunk;
}
