import type { Random } from '#lib/domain/agreement/seeded-chance.ts';

export { type Random, randomFor, shuffled } from '#lib/domain/agreement/seeded-chance.ts';

/** Draws a whole number from `from` to `to`, both included. */
export function integer(random: Random, from: number, to: number): number {
	return from + Math.floor(random() * (to - from + 1));
}

/** Draws from the standard normal distribution (Box–Muller). */
export function gaussian(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
