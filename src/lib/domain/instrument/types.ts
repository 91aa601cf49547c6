/** A text in every language of the interface; Indonesian is the base. */
export interface Text {
	id: string;
	en: string;
}

/** A step that lifts one indicator by one level; its key in `Indicator.actions` is the level it starts from. */
export interface Action {
	title: Text;
	/** Code of the party that leads, a key of `Instrument.parties`. */
	lead: string;
	support: string[];
	/** Person-days of the region's own people. */
	effort: number;
	/** Calendar weeks it takes from start to end. */
	weeks: number;
	/** Steps that come first, as `A2@2`: indicator A2 has reached level 2. */
	after: string[];
	output: Text;
}

export interface LevelCriteria {
	criteria: Text;
	evidence: Text;
}

export interface Indicator {
	/** Unique in the instrument. */
	code: string;
	name: Text;
	question: Text | null;
	/** Weight inside its parent; positive, only ratios count. */
	weight: number;
	gate: boolean;
	mayNotApply: boolean;
	reference: string;
	/** Code of the indicator of an earlier version that this one continues with the same meaning, although its code or
	 *  its words changed; absent where the code and words say it. */
	replaces?: string;
	levels: Record<number, LevelCriteria>;
	actions: Record<number, Action>;
}

export interface Aspect {
	code: string;
	name: Text;
	weight: number;
	indicators: Indicator[];
}

export interface Domain {
	code: string;
	name: Text;
	description: Text | null;
	weight: number;
	/** The layer between domain and indicators, where the instrument has one. */
	aspects: Aspect[] | null;
	/** All indicators of the domain in order, those of its aspects included. */
	indicators: Indicator[];
}

export interface LevelName {
	level: number;
	name: Text;
	meaning: Text;
}

export interface Predicate {
	code: string;
	name: Text;
	from: number;
}

export interface ReadinessClass {
	code: string;
	name: Text;
	meaning: Text;
	minIndex: number;
	/** Level that every gate must reach; null = no condition on the gates. */
	minGate: number | null;
}

/** One version of a questionnaire, as parsed and checked. Plain data: it survives JSON. */
export interface Instrument {
	code: string;
	version: string;
	unit: 'region' | 'agency';
	name: Text;
	description: Text | null;
	levels: LevelName[];
	/** Predicates, the highest first. */
	predicates: Predicate[];
	/** Classes, the highest first; the first whose conditions hold counts. */
	classes: ReadinessClass[];
	parties: Record<string, Text>;
	domains: Domain[];
}
