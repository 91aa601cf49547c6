import type { Assessed, Scope } from './types.ts';
import { inScope } from './mean.ts';

export interface Ranked<T extends Assessed = Assessed> {
	/** Rank, 1 the best; equal indices share a rank and the next rank is skipped (1, 2, 2, 4). Null without an index. */
	rank: number | null;
	result: T;
}

/** Regions by unrounded index, best first; those without an index come last, in order of code, without a rank. */
export function ranking<T extends Assessed>(results: readonly T[], scope: Scope = {}): Ranked<T>[] {
	const sorted = inScope(results, scope).sort(
		// 0 puts regions without an index last: with levels from 1 on, every index is above it
		(a, b) => (b.score.index ?? 0) - (a.score.index ?? 0) || compareCodes(a.region.code, b.region.code)
	);
	let rank = 0;
	let last: number | null = null;
	return sorted.map((result, position) => {
		const { index } = result.score;
		if (index === null) return { rank: null, result };
		if (index !== last) rank = position + 1;
		last = index;
		return { rank, result };
	});
}

function compareCodes(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
