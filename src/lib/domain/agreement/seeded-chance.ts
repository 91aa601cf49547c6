/** Source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** A repeatable generator (mulberry32) for one subject, e.g. `randomFor(2026, '99.01', 'A1')`: the draws of one
 *  subject do not move when another is added. */
export function randomFor(...subject: (string | number)[]): Random {
	let state = hash(subject.join('|'));
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** The items in a drawn order; the input stays as it is (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
	const order = [...items];
	for (let i = order.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j]!, order[i]!];
	}
	return order;
}

/** Hash of a text, 32-bit FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}
