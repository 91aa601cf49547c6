/** Number from 0 up to, not including, 1, fixed by subject, run and turn: the same three always give the same one,
 *  whatever else is drawn (the finaliser of MurmurHash3). */
export function chance(subject: number, run: number, turn: number): number {
	let h = subject ^ Math.imul(run + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca77);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** The number of a subject, for `chance`: FNV-1a of its name, 32 bits. */
export function subjectNumber(name: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < name.length; i += 1) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
	return value >>> 0;
}
