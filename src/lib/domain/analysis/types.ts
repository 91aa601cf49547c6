import type { Region } from '../geography/types.ts';
import type { Answers, Score } from '../scoring/types.ts';

/** One region's result in one round; what every function of this folder looks at. */
export interface Assessed {
	region: Region;
	score: Score;
	answers: Answers;
}

/** Who counts: the kabupaten and kota alone, or the province's own government among them. */
export interface Scope {
	/** Default false: a mean "of all kabupaten and kota" never holds the province. */
	withProvince?: boolean;
}

/** A mean with what it stands on. */
export interface Mean {
	/** Number of regions that have a value. */
	n: number;
	/** Null when none has one, like `min` and `max`. */
	mean: number | null;
	min: number | null;
	max: number | null;
}
