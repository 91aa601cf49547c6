import type { Assessed, Mean, Scope } from './types.ts';

/** The kabupaten and kota, and with them the province's own government where the scope says so, in the given order. */
export function inScope<T extends Pick<Assessed, 'region'>>(results: readonly T[], scope: Scope = {}): T[] {
	return results.filter((result) => scope.withProvince || result.region.type !== 'province');
}

/** The regions in scope whose figures count: those that are assessed; provisional ones only where the scope says so. */
export function counted<T extends Pick<Assessed, 'region' | 'score'>>(results: readonly T[], scope: Scope = {}): T[] {
	return inScope(results, scope).filter(({ score }) => scope.withProvisional || !score.provisional);
}

/** Fewest regions of a mean that everyone may see: a mean of fewer would tell the values of the others. */
export const FEWEST_PEERS = 5;

/** Mean of the numbers; null, `'na'` and absent are left out and never count as zero. */
export function meanOf(values: readonly (number | 'na' | null | undefined)[]): Mean {
	const numbers = values.filter((value): value is number => typeof value === 'number');
	if (numbers.length === 0) return { n: 0, mean: null, min: null, max: null };
	return {
		n: numbers.length,
		mean: numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
		min: Math.min(...numbers),
		max: Math.max(...numbers)
	};
}
