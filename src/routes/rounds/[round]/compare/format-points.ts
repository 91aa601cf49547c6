import { formatDifference } from '#lib/words/format-index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Index points from whole hundredths: `+0,21`, `−0,12`, `0,00`. */
export function formatPoints(hundredths: number): string {
	return formatDifference(hundredths / 100, 0, getLocale());
}
