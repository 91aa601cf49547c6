import type { Instrument } from '../instrument/types.ts';
import type { Answers } from '../scoring/types.ts';

/** A region of the ranking. Only regions with a class take part: under half of the weight answered, no rank is
 *  honest. */
export interface RobustRegion {
	code: string;
	answers: Answers;
	/** Indicators whose level is disputed or was scored twice, and not decided yet; they vary, the others stand. */
	uncertain: readonly string[];
}

/** Assumptions that vary, and the strength of it. */
export interface RobustSettings {
	/** Number of runs, 1,000 or more. */
	runs: number;
	/** The same seed gives the same result. */
	seed: number;
	/** Concentration of the Dirichlet distribution of each parent's weights around the official ones: the larger, the
	 *  nearer. With 50, an official share of 20 % stays between 11 % and 30 % nine times in ten. */
	strength: number;
	vary: { weights: boolean; levels: boolean; aggregation: boolean };
}

export interface RobustInput {
	instrument: Instrument;
	regions: readonly RobustRegion[];
	/** Probability of a shift by so many levels, observed between assessors; the keys −2…2, together 1. */
	disagreement: Readonly<Record<number, number>>;
	settings: RobustSettings;
}

/** Findings of the runs on one region. Ranks from 1 (best); equal indices share a rank. */
export interface RobustResult {
	code: string;
	/** Rank as published: official weights and levels, arithmetic mean. */
	officialRank: number;
	medianRank: number;
	/** 5th and 95th percentile. */
	rankBand: [number, number];
	indexBand: [number, number];
	/** Share of the runs by class code; together 1. */
	classes: Record<string, number>;
	/** Regions that no more than 95 % of the runs put on one side of this one. */
	alike: string[];
}

/** Shares of the variance of the mean rank shift, 0–1. First order: by this assumption alone; total: with all in which
 *  it takes part. Null where nothing varies. */
export type Sensitivity = Record<'weights' | 'levels' | 'aggregation', { first: number; total: number } | null>;

export interface Robustness {
	runs: number;
	regions: RobustResult[];
	/** Groups of neighbours in the ranking whose first and last cannot be told apart; best first. */
	groups: string[][];
	/** Mean over regions and runs of the distance between a run's rank and the official one. */
	meanShift: number;
	sensitivity: Sensitivity;
}
