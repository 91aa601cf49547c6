import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comesAfter, consolidate } from './consolidate.ts';
import { budgetOf, shareWork, shownCosts, sumOf } from './share-work.ts';
import type { Plan, PlanStep } from './types.ts';
import { addDays } from './working-days.ts';

const START = '2026-08-03';

function step(change: Partial<PlanStep> = {}): PlanStep {
	const text = { id: '', en: '' };
	const same = { title: text, output: text, days: 5, assumed: false, afterDeadline: false, after: [] };
	return {
		...same,
		indicator: 'A1',
		from: 1,
		to: 2,
		lead: 'diskominfo',
		support: [],
		effort: 3,
		startsOn: START,
		endsOn: addDays(START, 4),
		week: { first: 1, last: 1 },
		...change
	};
}

const anyStep = fc
	.record({
		indicator: fc.constantFrom('A1', 'A2', 'B1'),
		from: fc.integer({ min: 1, max: 4 }),
		start: fc.integer({ min: 0, max: 100 }),
		length: fc.integer({ min: 1, max: 40 }),
		afterDeadline: fc.boolean()
	})
	.map(({ indicator, from, start, length, afterDeadline }) => {
		// who leads a step and what it takes is the same in every plan
		const number = indicator.charCodeAt(0) + indicator.charCodeAt(1) + from;
		return step({
			...{ indicator, from, to: from + 1, afterDeadline },
			lead: ['bappeda', 'diskominfo', 'opd'][number % 3]!,
			support: number % 2 ? ['opd', 'bps'] : ['inspektorat'],
			effort: (number % 7) + 0.1,
			startsOn: addDays(START, start),
			endsOn: addDays(START, start + length - 1),
			week: { first: Math.floor(start / 7) + 1, last: Math.floor((start + length - 1) / 7) + 1 }
		});
	});
const anyPlans = fc
	.array(fc.uniqueArray(anyStep, { selector: ({ indicator, from }) => `${indicator}${from}`, maxLength: 12 }), {
		minLength: 1,
		maxLength: 6
	})
	.map((plans) => plans.map((steps, at): [string, Pick<Plan, 'steps'>] => [`35.0${at + 1}`, { steps }]));

const all = (plans: [string, Pick<Plan, 'steps'>][]) => plans.flatMap(([, { steps }]) => steps);

describe('plans put together', () => {
	test('one plan is its own steps in their order', () => {
		const steps = [
			step(),
			step({ from: 2, to: 3, startsOn: addDays(START, 7), endsOn: addDays(START, 9), after: ['B1@2'] })
		];
		const shared = consolidate([['35.78', { steps }]]);
		expect(shared.map(({ to, startsOn, endsOn, effort, regions }) => [to, startsOn, endsOn, effort, regions])).toEqual([
			[2, START, addDays(START, 4), 3, ['35.78']],
			[3, addDays(START, 7), addDays(START, 9), 3, ['35.78']]
		]);
		expect(comesAfter(shared[1]!)).toEqual(['A1@2', 'B1@2']);
	});

	test('a step of several regions spans them all, counts who is late and who is at work each week', () => {
		const [shared] = consolidate([
			['35.01', { steps: [step({ week: { first: 1, last: 2 }, endsOn: addDays(START, 11) })] }],
			[
				'35.02',
				{
					steps: [
						step({
							week: { first: 2, last: 3 },
							startsOn: addDays(START, 7),
							endsOn: addDays(START, 15),
							afterDeadline: true
						})
					]
				}
			]
		]);
		expect(shared).toMatchObject({
			...{ effort: 6, late: 1, startsOn: START, endsOn: addDays(START, 15), week: { first: 1, last: 3 } },
			weekly: { 1: 1, 2: 2, 3: 1 }
		});
	});

	test('neither loses nor adds a step, a day or a person-day', () => {
		fc.assert(
			fc.property(anyPlans, (plans) => {
				const own = all(plans);
				const total = sumOf(consolidate(plans));
				expect(total.tasks).toBe(own.length);
				expect(total.late).toBe(own.filter(({ afterDeadline }) => afterDeadline).length);
				expect(total.effort).toBeCloseTo(
					own.reduce((sum, { effort }) => sum + effort, 0),
					9
				);
				expect(total.startsOn).toBe(own.map(({ startsOn }) => startsOn).sort()[0] ?? null);
				expect(total.endsOn).toBe(
					own
						.map(({ endsOn }) => endsOn)
						.sort()
						.at(-1) ?? null
				);
			})
		);
	});
});

describe('the shares of the parties', () => {
	test('add up to the plan, and name everybody who leads or supports once', () => {
		fc.assert(
			fc.property(anyPlans, (plans) => {
				const steps = consolidate(plans);
				const shares = shareWork(steps);
				const total = sumOf(steps);
				const sum = (pick: (share: (typeof shares)[number]) => number) =>
					shares.reduce((whole, share) => whole + pick(share), 0);
				expect(sum(({ leads }) => leads.length)).toBe(steps.length);
				expect(sum(({ tasks }) => tasks)).toBe(total.tasks);
				expect(sum(({ late }) => late)).toBe(total.late);
				expect(sum(({ effort }) => effort)).toBeCloseTo(total.effort, 9);
				const named = new Set(steps.flatMap(({ lead, support }) => [lead, ...support]));
				expect(shares.map(({ party }) => party).sort()).toEqual([...named].sort());
			})
		);
	});

	test('who leads most comes first, who only supports last and without dates', () => {
		const steps = consolidate([
			[
				'35.78',
				{
					steps: [
						step({ support: ['bps'] }),
						step({ indicator: 'B1', lead: 'bappeda', effort: 9, support: ['diskominfo'] })
					]
				}
			]
		]);
		expect(shareWork(steps).map(({ party, supports, startsOn }) => [party, supports.length, startsOn])).toEqual([
			['bappeda', 0, START],
			['diskominfo', 1, START],
			['bps', 1, null]
		]);
	});
});

describe('the budget', () => {
	test('is exact: tenths of days times a unit cost leave no dust', () => {
		const steps = consolidate([
			['35.01', { steps: [step({ effort: 0.1 }), step({ indicator: 'B1', effort: 0.2 })] }],
			['35.02', { steps: [step({ effort: 0.1 }), step({ indicator: 'B1', effort: 0.2 })] }]
		]);
		expect(budgetOf(steps, ['A1', 'A2', 'B1'], 350_001)).toEqual({
			lines: [
				{ indicator: 'A1', tasks: 2, effort: 0.2, cost: 70_000.2 },
				{ indicator: 'B1', tasks: 2, effort: 0.4, cost: 140_000.4 }
			],
			effort: 0.6,
			cost: 210_000.6
		});
	});

	test('has no cost where no unit cost is given', () => {
		const { lines, cost } = budgetOf(consolidate([['35.01', { steps: [step()] }]]), ['A1'], null);
		expect([lines[0]!.cost, cost]).toEqual([null, null]);
	});
});

test('costs in print add up to their sum in whole cents, the largest remainder first', () => {
	expect(shownCosts([33_333.333, 33_333.333, 33_333.333], 99_999.999)).toEqual([33_333.34, 33_333.33, 33_333.33]);
	expect(shownCosts([70_000, 140_000], 210_000)).toEqual([70_000, 140_000]);
	expect(shownCosts([null, null], null)).toEqual([null, null]);
});
