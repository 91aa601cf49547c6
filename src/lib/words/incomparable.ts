import type { Obstacle } from '#lib/domain/analysis/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** Says that the index cannot be compared with that of the round before, and why, as a sentence without its full stop.
 *  @param round name or code of the round before */
export function incomparable(obstacle: Obstacle, round: string, locale: Locale): string {
	return m[`incomparable_${obstacle}`]({ round }, { locale });
}
