import type { Region } from '../geography/types.ts';
import type { Answers, Score } from '../scoring/types.ts';
import type { Basis } from '../workflow/basis.ts';

/** A score, what it rests on, and whether it stands. */
export interface AssessedScore extends Score {
	basis: Basis;
	/** An applicable indicator is not assessed yet, be it answered by the region itself or by nobody: the figures may
	 *  still change, and no mean, rank, class count or extreme counts them. */
	provisional: boolean;
}

/** One region's result in one round: the input of this folder's functions. */
export interface Assessed {
	region: Region;
	score: AssessedScore;
	answers: Answers;
}

/** Regions that count: the assessed kabupaten and kota alone, or others among them. */
export interface Scope {
	/** The province's own government too. Default false: a mean "of all kabupaten and kota" never holds it. */
	withProvince?: boolean;
	/** Those too whose figures are provisional, such as by their own assessment. Default false. */
	withProvisional?: boolean;
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
