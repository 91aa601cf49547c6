/** Writes the ranks from one to another, whole numbers, as `3–8`; where both are the same, that one alone: `1`. */
export function formatBand(from: number, to: number): string {
	return from === to ? String(from) : `${from}–${to}`;
}
