import type { Robustness, RobustResult, RobustSettings } from './types.ts';

/** An indicator of a region that two assessors gave a level. */
export interface SecondScore {
	region: string;
	indicator: string;
	first: number;
	second: number;
}

/** Part of the simulation of a ranking that its snapshot keeps. */
export interface Uncertainty extends Pick<Robustness, 'runs' | 'meanShift' | 'groups'> {
	settings: RobustSettings;
	regions: Pick<RobustResult, 'code' | 'officialRank' | 'medianRank' | 'rankBand' | 'classes'>[];
}
