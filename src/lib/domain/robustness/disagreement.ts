/** Two levels given to the same indicator of the same region by two people. */
export interface LevelPair {
	first: number;
	second: number;
}

/** Number of pairs from which on the observation speaks for itself. */
export const ENOUGH_PAIRS = 30;
const WIDEST = 2;

/** Frequency with which a second judgement lies so many levels off the first. Each direction counts the same, because
 *  neither of the two is known to be right, and one pair is added to each of −1, 0 and +1, so that a small sample never
 *  says "never".
 *  @returns probability by shift, −2…2, together 1 */
export function observedDisagreement(pairs: readonly LevelPair[]): Record<number, number> {
	const counts = new Map<number, number>([
		[-2, 0],
		[-1, 1],
		[0, 1],
		[1, 1],
		[2, 0]
	]);
	for (const { first, second } of pairs) {
		const shift = Math.min(WIDEST, Math.abs(second - first));
		for (const by of [shift, -shift]) counts.set(by, counts.get(by)! + 0.5);
	}
	const total = pairs.length + 3;
	return Object.fromEntries([...counts].map(([by, count]) => [by, count / total]));
}
