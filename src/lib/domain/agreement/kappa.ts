/** Levels that two people gave to the same question. */
export type LevelPair = readonly [first: number, second: number];

/** Weight of a pair as agreement: 1 = the same, 0 = as far apart as the scale allows.
 *  `linear` 1 − d, `quadratic` 1 − d², with d the difference as a share of the scale; `exact` nothing between. */
export type Weighting = 'exact' | 'linear' | 'quadratic';

export interface Kappa {
	/** Kappa, at most 1; 0 = no better than chance would do with the same levels; below 0 worse. */
	value: number;
	/** Large-sample standard error; 0 where all agree, and then it says nothing. */
	standardError: number;
}

/** Weighted kappa of pairs of levels with its large-sample standard error.
 *  @param levels the scale, ascending; every level of the pairs is one of them
 *  @returns null when it is not defined: without pairs, or when all levels given are the same one, so that chance alone
 *  would agree
 *  @see Cohen, J. (1968), Psychological Bulletin 70, 213–220 (weighted kappa); Fleiss, J. L., Cohen, J. & Everitt,
 *  B. S. (1969), Psychological Bulletin 72, 323–327 (standard error); docs/agreement.md */
export function weightedKappa(
	pairs: readonly LevelPair[],
	levels: readonly number[],
	weighting: Weighting
): Kappa | null {
	return kappaOf(shares(pairs, levels), weightMatrix(levels, weighting), pairs.length);
}

/** Weighted kappa from a table of shares and any matrix of weights (1 = full agreement).
 *  @param table shares that add up to 1; rows are the first person's levels
 *  @param n number of pairs that the table stands on */
export function kappaOf(
	table: readonly (readonly number[])[],
	weights: readonly (readonly number[])[],
	n: number
): Kappa | null {
	if (n === 0) return null;
	const rows = table.map((row) => sum(row));
	const columns = table.map((_, j) => sum(table.map((row) => row[j]!)));
	const cells = table.flatMap((row, i) => row.map((share, j) => ({ i, j, share, weight: weights[i]![j]! })));
	const observed = sum(cells.map(({ share, weight }) => share * weight));
	const expected = sum(cells.map(({ i, j, weight }) => rows[i]! * columns[j]! * weight));
	if (1 - expected < 1e-12) return null;
	const value = (observed - expected) / (1 - expected);
	const rowMeans = weights.map((row) => sum(row.map((weight, j) => weight * columns[j]!)));
	const columnMeans = weights.map((_, j) => sum(weights.map((row, i) => row[j]! * rows[i]!)));
	const spread = sum(
		cells.map(({ i, j, share, weight }) => share * (weight - (rowMeans[i]! + columnMeans[j]!) * (1 - value)) ** 2)
	);
	const variance = (spread - (value - expected * (1 - value)) ** 2) / (n * (1 - expected) ** 2);
	return { value, standardError: Math.sqrt(Math.max(0, variance)) };
}

/** Frequency of each pair of levels, as a share of all pairs. */
function shares(pairs: readonly LevelPair[], levels: readonly number[]): number[][] {
	const table = levels.map(() => levels.map(() => 0));
	for (const [first, second] of pairs) table[levels.indexOf(first)]![levels.indexOf(second)]! += 1 / pairs.length;
	return table;
}

function weightMatrix(levels: readonly number[], weighting: Weighting): number[][] {
	const width = levels.at(-1)! - levels[0]!;
	return levels.map((a) =>
		levels.map((b) => {
			if (a === b) return 1;
			if (weighting === 'exact' || width === 0) return 0;
			const distance = Math.abs(a - b) / width;
			return 1 - (weighting === 'linear' ? distance : distance ** 2);
		})
	);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
