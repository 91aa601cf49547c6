import type { Instrument } from '../instrument/types.ts';
import { explain } from '../scoring/explain.ts';
import type { Answers } from '../scoring/types.ts';

/** A condition of the next class that a region does not meet. */
export interface Blocker {
	indicator: string;
	/** Level of the region; null = unanswered. */
	level: number | null;
	required: number;
}

/** Conditions of the class above that the region lacks. */
export interface NextClass {
	code: string;
	minIndex: number;
	/** Index points that are missing; 0 = the index is enough. */
	indexShort: number;
	gates: Blocker[];
}

/** Summary of a region in a few lines. */
export interface Essentials {
	/** The next class; null with the highest one, and without a class. */
	next: NextClass | null;
	/** Domains by index, the first in the instrument's order at a tie; null while none has one. They are the same domain
	 *  when only one has an index. */
	strongest: { code: string; index: number } | null;
	weakest: { code: string; index: number } | null;
}

/** Finds the conditions that keep a region from the next class, and its strongest and weakest domain. */
export function regionEssentials(instrument: Instrument, answers: Answers): Essentials {
	const { score, classes } = explain(instrument, answers);
	const position = classes.findIndex(({ code }) => code === score.readinessClass);
	const above = position > 0 ? classes[position - 1]! : null;
	const domains = instrument.domains.flatMap(({ code }) => {
		const index = score.domains[code];
		return index === null || index === undefined ? [] : [{ code, index }];
	});
	const pick = (better: (a: number, b: number) => boolean) =>
		domains.reduce<Essentials['strongest']>((best, one) => (best && !better(one.index, best.index) ? best : one), null);
	return {
		next: above && {
			code: above.code,
			minIndex: instrument.classes[position - 1]!.minIndex,
			indexShort: above.indexShort ?? 0,
			gates: above.gates
		},
		strongest: pick((a, b) => a > b),
		weakest: pick((a, b) => a < b)
	};
}
