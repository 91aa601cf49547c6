import type Fraction from 'fraction.js';

/** Rounds exact values to whole hundredths that add up to a given sum: each is rounded down, then the largest
 *  remainders are rounded up (Hamilton's method), the earlier of two equal ones first. A value of exactly 0 stays 0
 *  while there are others to choose from.
 *  @param total in hundredths; near the sum of the values, or the roundings lie further off */
export function apportion(values: readonly Fraction[], total: number): number[] {
	const scaled = values.map((value) => value.mul(100));
	const floors = scaled.map((value) => Number(value.floor().valueOf()));
	const remainders = scaled.map((value, at) => value.sub(floors[at]!));
	const movable = values.some((value) => !value.equals(0))
		? values.flatMap((value, at) => (value.equals(0) ? [] : [at]))
		: values.map((_, at) => at);
	const shown = [...floors];
	let missing = total - floors.reduce((sum, floor) => sum + floor, 0);
	if (movable.length === 0) return shown;
	const order = movable.toSorted((a, b) => remainders[b]!.compare(remainders[a]!) || a - b);
	const turn = missing < 0 ? order.toReversed() : order;
	for (let at = 0; missing !== 0; at = (at + 1) % turn.length) {
		shown[turn[at]!]! += Math.sign(missing);
		missing -= Math.sign(missing);
	}
	return shown;
}
