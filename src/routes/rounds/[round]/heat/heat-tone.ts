const STEPS = 5;

/** The shade of a level or index: 0 the palest to 4 the darkest; `none` where there is nothing to shade. */
export function heatTone(value: number | 'na' | null, { from, to }: { from: number; to: number }): string {
	if (typeof value !== 'number') return 'none';
	const share = to === from ? 1 : (value - from) / (to - from);
	return String(Math.min(STEPS - 1, Math.max(0, Math.round(share * (STEPS - 1)))));
}
