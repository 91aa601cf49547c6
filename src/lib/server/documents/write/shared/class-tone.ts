import type { ReportBasis } from '../types.ts';

/** Gives the place of a class on the scale of four colours and marks, 0 = furthest behind, 3 = ready; null = no
 *  class. */
export function classTone(basis: Pick<ReportBasis, 'instrument'>, code: string | null): number | null {
	const { classes } = basis.instrument;
	const position = classes.findIndex((candidate) => candidate.code === code);
	if (position < 0) return null;
	return classes.length === 1 ? 3 : Math.round(((classes.length - 1 - position) / (classes.length - 1)) * 3);
}
