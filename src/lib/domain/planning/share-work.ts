import Fraction from 'fraction.js';
import { apportion } from '../scoring/apportion.ts';
import type { SharedStep } from './consolidate.ts';

/** Work of one party in a plan. */
export interface Share {
	/** Code of the party. */
	party: string;
	/** Steps that it leads, in the plan's order. */
	leads: SharedStep[];
	/** Steps that it supports, in the plan's order. */
	supports: SharedStep[];
	/** Number of its led steps over all regions: the steps themselves in the plan of one region. */
	tasks: number;
	/** Number of those that end after the deadline. */
	late: number;
	/** Person-days of the steps that it leads. */
	effort: number;
	/** ISO dates, first and last of the steps that it leads; null when it leads none. */
	startsOn: string | null;
	endsOn: string | null;
}

/** Shares the work of a plan by party: those with the most effort to lead first, then those that only support, by code.
 *  A step counts with the party that leads it, so that the shares add up to the plan, exactly. */
export function shareWork(steps: readonly SharedStep[]): Share[] {
	const parties = [...new Set(steps.flatMap(({ lead, support }) => [lead, ...support]))];
	return parties
		.map((party) => {
			const leads = steps.filter(({ lead }) => lead === party);
			return {
				party,
				leads,
				supports: steps.filter(({ lead, support }) => lead !== party && support.includes(party)),
				...sumOf(leads)
			};
		})
		.sort((a, b) => b.effort - a.effort || b.tasks - a.tasks || (a.party < b.party ? -1 : 1));
}

/** Sums of steps: tasks, late ones, effort, first and last day. */
export function sumOf(steps: readonly SharedStep[]): Omit<Share, 'party' | 'leads' | 'supports'> {
	const dates = (pick: (step: SharedStep) => string) => steps.map(pick).sort();
	return {
		tasks: steps.reduce((sum, { regions }) => sum + regions.length, 0),
		late: steps.reduce((sum, { late }) => sum + late, 0),
		effort: effortOf(steps).valueOf(),
		startsOn: dates(({ startsOn }) => startsOn)[0] ?? null,
		endsOn: dates(({ endsOn }) => endsOn).at(-1) ?? null
	};
}

/** Cost of the work of one party on one indicator. */
export interface BudgetLine {
	indicator: string;
	tasks: number;
	effort: number;
	/** Effort times the unit cost, in rupiah; null where none is given. */
	cost: number | null;
}

/** Lines of a budget, one by indicator in the order given, and their sums.
 *  @param unitCost rupiah for one person-day; null = not known. It is an assumption of the document: the instrument
 *  knows efforts and no money
 *  @returns sums of the exact products: the lines add up to the total, and in print by way of `shownCosts` */
export function budgetOf(
	steps: readonly SharedStep[],
	indicators: readonly string[],
	unitCost: number | null
): { lines: BudgetLine[]; effort: number; cost: number | null } {
	const costOf = (some: readonly SharedStep[]) => (unitCost === null ? null : effortOf(some).mul(unitCost).valueOf());
	const lines = indicators.flatMap((indicator) => {
		const own = steps.filter((step) => step.indicator === indicator);
		if (own.length === 0) return [];
		const { tasks, effort } = sumOf(own);
		return [{ indicator, tasks, effort, cost: costOf(own) }];
	});
	return { lines, effort: effortOf(steps).valueOf(), cost: costOf(steps) };
}

/** Costs in whole cents that add up to a sum, as they are printed.
 *  @param costs rupiah, the parts of `sum`; where one is null, all are: no unit cost is known */
export function shownCosts(costs: readonly (number | null)[], sum: number | null): (number | null)[] {
	if (sum === null) return costs.map(() => null);
	const exact = costs.map((cost) => new Fraction(cost ?? 0));
	return apportion(exact, Math.round(sum * 100)).map((cents) => cents / 100);
}

function effortOf(steps: readonly SharedStep[]): Fraction {
	return steps.reduce((sum, { effort }) => sum.add(effort), new Fraction(0));
}
