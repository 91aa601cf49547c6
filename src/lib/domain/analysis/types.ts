import type { Region } from '../geography/types.ts';
import type { Answers, Score } from '../scoring/types.ts';

/** One region's result in one round: the input of this folder's functions. */
export interface Assessed {
	region: Region;
	score: Score;
	answers: Answers;
}

/** Regions that count: the kabupaten and kota alone, or the province's own government among them. */
export interface Scope {
	/** Default false: a mean "of all kabupaten and kota" never holds the province. */
	withProvince?: boolean;
}

/** A mean with the number of its regions and their range. */
export interface Mean {
	/** Number of regions that have a value. */
	n: number;
	/** Mean, lowest and highest value; null when no region has one. */
	mean: number | null;
	min: number | null;
	max: number | null;
}

/** Reason why two indices cannot be compared: another instrument, or a version that asks or weighs differently. */
export type Obstacle = 'instrument' | 'version';

/** What of two rounds may be compared, by the versions that they were assessed with. */
export interface Comparison {
	/** Reason why the index of one may not be taken from that of the other; null = it may. */
	obstacle: Obstacle | null;
	/** Code of an indicator in the earlier version, by that in the later one; one that has none cannot be compared. */
	indicators: ReadonlyMap<string, string>;
	/** Code of a domain in the earlier version, by that in the later one: both hold the same indicators, weighed alike. */
	domains: ReadonlyMap<string, string>;
}
