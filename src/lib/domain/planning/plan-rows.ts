import type { Instrument } from '../instrument/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Plan } from './types.ts';

/** One step of a plan as a page or table shows it, in one language. */
export interface PlanRow {
	/** Place in the plan, from 1. */
	number: number;
	indicator: string;
	indicatorName: string;
	from: number;
	to: number;
	title: string;
	lead: string;
	support: string[];
	effort: number;
	startsOn: string;
	endsOn: string;
	week: { first: number; last: number };
	output: string;
	after: string[];
	afterDeadline: boolean;
	assumed: boolean;
}

/** Rows of a plan, names of indicators and parties filled in. */
export function planRows(plan: Plan, instrument: Instrument, locale: Locale): PlanRow[] {
	const names = new Map(
		instrument.domains.flatMap(({ indicators }) => indicators.map(({ code, name }) => [code, name[locale]] as const))
	);
	const party = (code: string) => instrument.parties[code]?.[locale] ?? code;
	return plan.steps.map((step, at) => ({
		number: at + 1,
		indicator: step.indicator,
		indicatorName: names.get(step.indicator) ?? step.indicator,
		from: step.from,
		to: step.to,
		title: step.title[locale],
		lead: party(step.lead),
		support: step.support.map(party),
		effort: step.effort,
		startsOn: step.startsOn,
		endsOn: step.endsOn,
		week: step.week,
		output: step.output[locale],
		after: step.after,
		afterDeadline: step.afterDeadline,
		assumed: step.assumed
	}));
}
