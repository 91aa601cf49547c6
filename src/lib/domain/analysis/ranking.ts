import type { Assessed, Scope } from './types.ts';
import { counted, inScope } from './mean.ts';

export interface Ranked<T extends Assessed = Assessed> {
	/** Rank, 1 the best; equal indices share a rank and the next rank is skipped (1, 2, 2, 4). Null without an index, and
	 *  for what does not count because it is provisional. */
	rank: number | null;
	result: T;
}

/** Regions by unrounded index, best first; then, without a rank, those whose index is provisional in the same order;
 *  last those without an index, by code. */
export function ranking<T extends Assessed>(results: readonly T[], scope: Scope = {}): Ranked<T>[] {
	const stands = new Set(counted(results, scope));
	const place = (result: T) => (result.score.index === null ? 2 : stands.has(result) ? 0 : 1);
	const sorted = inScope(results, scope).sort(
		(a, b) =>
			place(a) - place(b) || (b.score.index ?? 0) - (a.score.index ?? 0) || compareCodes(a.region.code, b.region.code)
	);
	let rank = 0;
	let last: number | null = null;
	return sorted.map((result, position) => {
		const { index } = result.score;
		if (place(result) > 0) return { rank: null, result };
		if (index !== last) rank = position + 1;
		last = index;
		return { rank, result };
	});
}

function compareCodes(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
