/** Source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** A repeatable generator (sfc32 by Chris Doty-Humphrey) for one stream of one run: the draws of a run do not depend on
 *  the runs made before it, so that the work can be cut anywhere. */
export function streamFor(seed: number, run: number, stream: number): Random {
	let a = mix(seed ^ 0x9e3779b9);
	let b = mix(run ^ 0x85ebca6b ^ a);
	let c = mix(stream ^ 0xc2b2ae35 ^ b);
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
	for (let warm = 0; warm < 8; warm++) next();
	return next;
}

/** Mixes the bits of a number: finaliser of MurmurHash3. */
function mix(value: number): number {
	let h = value | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** Draws from the standard normal distribution (polar method of Marsaglia and Bray). */
function normal(random: Random): number {
	for (;;) {
		const x = 2 * random() - 1;
		const y = 2 * random() - 1;
		const square = x * x + y * y;
		if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
	}
}

/** Draws from the gamma distribution with scale 1 (Marsaglia and Tsang 2000).
 *  @param shape above 0 */
export function gamma(shape: number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v <= 0) continue;
		if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
}
