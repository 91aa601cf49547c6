/** The levels of one region, in the order of the weights; null = no level. */
export interface Profile {
	code: string;
	levels: readonly (number | null)[];
}

/** Smallest part of the weight that two profiles must share for their levels to be held against each other. */
const FEWEST_SHARED = 0.25;

/** Distance of two profiles, in levels: the weighted root mean square difference over the indicators that both have, as
 *  Gower (1971) leaves out those that one of the two lacks. With less than a quarter of the weight in common they count
 *  as entirely different.
 *  @param weights weights of the indicators, as they count in the index
 *  @param range the largest difference that two levels can have
 *  @returns 0 = the same, up to `range` */
export function profileDistance(
	a: Profile['levels'],
	b: Profile['levels'],
	weights: readonly number[],
	range: number
): number {
	let squares = 0;
	let shared = 0;
	let total = 0;
	for (let at = 0; at < weights.length; at++) {
		const weight = weights[at]!;
		total += weight;
		const [left, right] = [a[at] ?? null, b[at] ?? null];
		if (left === null || right === null) continue;
		shared += weight;
		squares += weight * (left - right) ** 2;
	}
	return shared === 0 || shared < FEWEST_SHARED * total ? range : Math.sqrt(squares / shared);
}

/** Distances between all pairs, symmetric with zeros on the diagonal. */
export function distanceMatrix(
	profiles: readonly Profile[],
	weights: readonly number[],
	range: number
): Float64Array[] {
	const matrix = profiles.map(() => new Float64Array(profiles.length));
	for (let a = 0; a < profiles.length; a++)
		for (let b = a + 1; b < profiles.length; b++)
			matrix[a]![b] = matrix[b]![a] = profileDistance(profiles[a]!.levels, profiles[b]!.levels, weights, range);
	return matrix;
}
