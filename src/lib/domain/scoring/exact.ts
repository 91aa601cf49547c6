import Fraction from 'fraction.js';

/** Parts of 1 in which weights and thresholds are whole: they have at most six digits after the point. */
const SCALE = 1_000_000;

/** Exact value of a decimal of the instrument as a whole number of millionths: 3.5 → 3500000.
 *  @see parse-instrument, which refuses more than six digits after the point */
export function millionths(decimal: number): bigint {
	return BigInt(Math.round(decimal * SCALE));
}

/** Exact value of a decimal of the instrument: 3.5 → 7/2, although a double can only come near 4.2. */
export function exactDecimal(decimal: number): Fraction {
	return new Fraction(millionths(decimal), BigInt(SCALE));
}

export interface Weighted {
	/** Weight as a whole number; only ratios count. */
	weight: number;
	/** Value; null = none, and the child leaves the mean with its weight. */
	value: Fraction | null;
}

/** Weighted mean of the children that have a value, exact; null when none has.
 *  @see src/lib/instruments/README.md, Scoring 2 */
export function weightedMean(children: readonly Weighted[]): Fraction | null {
	// One common denominator and one reduction at the end: a fraction per step would cost a gcd each.
	let numerator = 0n;
	let denominator = 1n;
	let total = 0n;
	for (const { weight, value } of children) {
		if (value === null) continue;
		const whole = BigInt(weight);
		numerator = numerator * value.d + whole * value.s * value.n * denominator;
		denominator *= value.d;
		total += whole;
	}
	return total === 0n ? null : new Fraction(numerator, denominator * total);
}

/** Double nearest to an exact value. `Fraction.valueOf` rounds three times once a part passes 2^53. */
export function nearestDouble(exact: Fraction): number {
	const { s, n, d } = exact;
	if (n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return Number(s * n) / Number(d);
	// 64 significant bits or more, and a last bit that tells whether anything follows: Number() then rounds once.
	const shift = Math.max(0, d.toString(2).length - n.toString(2).length + 64);
	const scaled = n << BigInt(shift);
	const sticky = scaled % d === 0n ? 0n : 1n;
	return Number(s * (((scaled / d) << 1n) | sticky)) * 2 ** -(shift + 1);
}
