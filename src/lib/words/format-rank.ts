/** The ranks from one to another as `3–8`; where both are the same, that one alone: `1`. Ranks are whole numbers. */
export function formatBand(from: number, to: number): string {
	return from === to ? String(from) : `${from}–${to}`;
}
