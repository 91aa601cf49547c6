import type { Obstacle } from '#lib/domain/analysis/types.ts';
import type { Basis } from '#lib/domain/workflow/basis.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';

// Properties of the parts of a result page; the server's result page fits these.

export interface IndicatorResult {
	code: string;
	name: string;
	isGate: boolean;
	/** Level given; null = unanswered or not applicable. */
	level: number | null;
	levelName: string | null;
	notApplicable: boolean;
	track: Track | null;
	justification: string;
	/** Mean level of the others; null = none, or too few to be shown. */
	mean: number | null;
	/** Change in levels since the last round; null without one. */
	change: number | null;
	/** The round before did not ask the same. */
	incomparable: boolean;
	/** Part that it adds to the whole index, as it is shown: those of a domain add up to its own. */
	contribution: number | null;
}

export interface DomainResult {
	code: string;
	name: string;
	index: number | null;
	mean: number | null;
	/** Index in the last round; null without one. */
	before: number | null;
	/** The round before did not ask and weigh the same in it. */
	incomparable: boolean;
	/** Weight as written in the instrument. */
	weight: number;
	/** Share of the weight that has a value, 0–1. */
	share: number | null;
	/** Its part of the whole index as it is shown: those of all domains add up to it. */
	contribution: number | null;
	/** Layer between domain and indicators, empty where the instrument has none. */
	aspects: { code: string; name: string; value: number | null }[];
	indicators: IndicatorResult[];
}

export interface ClassStep {
	code: string;
	name: string;
	meaning: string;
	minIndex: number;
	minGate: number | null;
	reached: boolean;
	indexShort: number | null;
	gates: { indicator: string; name: string; level: number | null; required: number }[];
}

export interface StandingRow {
	indicator: string;
	name: string;
	level: number;
	mean: number | null;
	difference: number | null;
}

export interface NextLevelRow {
	indicator: string;
	name: string;
	from: number;
	to: number;
	/** Index after the step. */
	index: number;
	readinessClass: string | null;
}

export interface ResultProps {
	region: {
		code: string;
		name: string;
		/** Its group, with the name for groups before it; null = none. */ area: string | null;
	};
	agency: { id: string; name: string } | null;
	status: AssessmentStatus;
	statusChangedAt: number | null;
	instrument: { code: string; version: string; name: string; isDraft: boolean; highest: number };
	index: number | null;
	basis: Basis;
	provisional: boolean;
	completeness: number;
	track: Track | null;
	predicate: string | null;
	readinessClass: string | null;
	/** Classes, highest first. */
	classes: ClassStep[];
	mean: number | null;
	/** The round before that it is compared with; no index where there is an obstacle to that, or where one of the two
	 *  results is provisional. */
	previous: {
		code: string;
		name: string;
		index: number | null;
		provisional: boolean;
		obstacle: Obstacle | null;
	} | null;
	domains: DomainResult[];
	strengths: StandingRow[];
	gaps: StandingRow[];
	nextLevels: NextLevelRow[];
}
