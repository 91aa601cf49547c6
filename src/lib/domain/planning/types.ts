import type { Text } from '../instrument/types.ts';

export interface PlanOptions {
	/** Code of the readiness class to reach. */
	targetClass: string;
	/** ISO date; work starts on the first working day on or after it. */
	startsOn: string;
	/** Calendar weeks that remain; 0 or more. */
	weeks: number;
	/** Person-days that the region can give on one working day; above 0. */
	dailyCapacity: number;
	/** Week of the round that `startsOn` falls in; 1 when left out. */
	firstWeek?: number;
}

/** One single-level step, in the shape of a row of the plan's table and CSV. */
export interface PlanStep {
	indicator: string;
	from: number;
	to: number;
	title: Text;
	/** Codes of the parties, keys of `Instrument.parties`. */
	lead: string;
	support: string[];
	/** Person-days. */
	effort: number;
	/** Working days from start to end, both included; the effort is spread evenly over them. */
	days: number;
	/** ISO dates of the first and the last working day. */
	startsOn: string;
	endsOn: string;
	/** Weeks of the round, counted from 1, that hold those two days. */
	week: { first: number; last: number };
	output: Text;
	/** Steps that come first, as `A2@2`; the earlier step of the same indicator is not repeated here. */
	after: string[];
	/** The step ends after the weeks that remain. */
	afterDeadline: boolean;
	/** The indicator is unanswered and was taken to be at the lowest level. */
	assumed: boolean;
}

/** Result of the region at some time, as if each indicator had been assessed at the level reached then. */
export interface Standpoint {
	/** ISO date. */
	date: string;
	/** Index; null only when no indicator applies. */
	index: number | null;
	readinessClass: string | null;
	/** Person-days of the steps completed by then. */
	effort: number;
}

export interface Plan {
	targetClass: string;
	/** The target holds already; there are no steps then. */
	reached: boolean;
	/** The target holds once every step is done. False when the instrument has no steps that lead there. */
	reachable: boolean;
	/** Steps in order of start, then code; every step comes after those it depends on. */
	steps: PlanStep[];
	/** Person-days of all steps. */
	effort: number;
	/** Unanswered indicators, which were taken to be at the lowest level. */
	assumed: string[];
	/** Gates that no chain of the instrument's steps lifts to the level asked, as `A1@3`. */
	blocked: string[];
	now: Standpoint;
	/** Result on the last day of the weeks that remain, with the steps that end by then. */
	byDeadline: Standpoint;
	/** Result when the last step has ended. */
	atEnd: Standpoint;
}
