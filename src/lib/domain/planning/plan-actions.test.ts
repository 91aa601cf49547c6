import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstrument } from '../instrument/parse-instrument.ts';
import type { Action, Indicator, Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers } from '../scoring/types.ts';
import { planActions } from './plan-actions.ts';
import type { Plan, PlanOptions } from './types.ts';

const folder = 'src/lib/instruments/ikid/';
const names = readdirSync(folder).sort((a, b) => (a === 'instrument.yaml' ? -1 : b === 'instrument.yaml' ? 1 : 0));
const parsed = parseInstrument(names.map((name) => ({ name, text: readFileSync(folder + name, 'utf8') })));
if (!('instrument' in parsed)) throw new Error(JSON.stringify(parsed.faults));
const ikid = parsed.instrument;
const ikidCodes = ikid.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));

const options: PlanOptions = { targetClass: 'ready', startsOn: '2026-08-03', weeks: 13, dailyCapacity: 4 };

const text = { id: '', en: '' };
const action = (effort: number, weeks: number, after: string[] = []): Action => ({
	title: text,
	lead: 'diskominfo',
	support: [],
	effort,
	weeks,
	after,
	output: text
});
const indicator = (code: string, gate: boolean, actions: Record<number, Action>): Indicator => ({
	code,
	name: text,
	question: null,
	weight: 1,
	gate,
	mayNotApply: true,
	reference: '',
	levels: {},
	actions
});

/** One domain of three equal indicators, the first a gate; two levels of class: `up` from 2.0 with gates at 2. */
function small(...indicators: Indicator[]): Instrument {
	return {
		...ikid,
		classes: [
			{ code: 'up', name: text, meaning: text, minIndex: 2, minGate: 2 },
			{ code: 'down', name: text, meaning: text, minIndex: 0, minGate: null }
		],
		domains: [{ code: 'X', name: text, description: null, weight: 1, aspects: null, indicators }]
	};
}

const example = small(
	indicator('X1', true, { 1: action(10, 2, ['X2@2']) }),
	indicator('X2', false, { 1: action(5, 1), 2: action(8, 1), 3: action(1, 1) }),
	indicator('X3', false, { 1: action(4, 1), 2: action(9, 1) })
);

describe('an example by hand', () => {
	// Monday 3 August; X1 needs X2@2, so X2 (week 1) then X1 (weeks 2 and 3); index (2+2+1)/3 < 2, so one more step:
	// X2 2→3 costs 8, X3 1→2 costs 4 and wins the same
	const plan = planActions(
		example,
		{ X1: 1, X2: 1, X3: 1 },
		{ ...options, targetClass: 'up', weeks: 2, dailyCapacity: 3 }
	);

	test('takes the gate with what it depends on, then the cheapest gain', () => {
		expect(plan.steps.map(({ indicator, from, to }) => [indicator, from, to])).toEqual([
			['X2', 1, 2],
			['X3', 1, 2],
			['X1', 1, 2]
		]);
		expect(plan.effort).toBe(19);
	});

	test('places the steps on working days and weeks of the round', () => {
		expect(
			plan.steps.map(({ startsOn, endsOn, week, days }) => [startsOn, endsOn, week.first, week.last, days])
		).toEqual([
			['2026-08-03', '2026-08-07', 1, 1, 5],
			['2026-08-03', '2026-08-07', 1, 1, 5],
			['2026-08-10', '2026-08-21', 2, 3, 10]
		]);
	});

	test('keeps the step that does not fit and says where the region stands by then', () => {
		expect(plan.steps.map(({ afterDeadline }) => afterDeadline)).toEqual([false, false, true]);
		expect(plan.byDeadline).toMatchObject({ date: '2026-08-16', readinessClass: 'down', effort: 9 });
		expect(plan.byDeadline.index).toBeCloseTo(5 / 3, 12);
		expect(plan.atEnd).toEqual({ date: '2026-08-21', index: 2, readinessClass: 'up', effort: 19 });
		expect(plan.reachable).toBe(true);
	});

	test('a capacity below the sum of two steps puts them one after the other', () => {
		const slow = planActions(example, { X1: 1, X2: 1, X3: 1 }, { ...options, targetClass: 'up', dailyCapacity: 1 });
		expect(slow.steps.map(({ indicator, startsOn, endsOn }) => [indicator, startsOn, endsOn])).toEqual([
			['X2', '2026-08-03', '2026-08-07'],
			['X1', '2026-08-10', '2026-08-21'],
			['X3', '2026-08-24', '2026-08-28']
		]);
	});

	test('a start on a Saturday begins on Monday, in the week that the round is in', () => {
		const [first] = planActions(
			example,
			{},
			{ ...options, targetClass: 'up', startsOn: '2026-08-01', firstWeek: 9 }
		).steps;
		expect(first).toMatchObject({ startsOn: '2026-08-03', week: { first: 9, last: 9 } });
	});
});

test('a target that holds already gives an empty plan', () => {
	const plan = planActions(ikid, Object.fromEntries(ikidCodes.map((code) => [code, 4])), options);
	expect(plan).toMatchObject({ reached: true, reachable: true, steps: [], effort: 0 });
});

test('what goes beyond the target counts for nothing, so the last bit is closed by the smaller step', () => {
	// index 1.7 of 1.8: B wins 0.6 for 5 days, A 0.1 for 2; only 0.1 is missing
	const indicators = [
		{ ...indicator('A', false, { 2: action(2, 1) }), weight: 1 },
		{ ...indicator('B', false, { 2: action(5, 1) }), weight: 6 },
		{ ...indicator('C', false, {}), weight: 3 }
	];
	const almost = small(...indicators);
	almost.classes[0]!.minIndex = 1.8;
	const plan = planActions(almost, { A: 2, B: 2, C: 1 }, { ...options, targetClass: 'up' });
	expect(plan.steps.map(({ indicator }) => indicator)).toEqual(['A']);
});

test('an unanswered indicator counts as the lowest level and is marked', () => {
	const plan = planActions(example, { X1: 2, X3: 1 }, { ...options, targetClass: 'up' });
	expect(plan.assumed).toEqual(['X2']);
	expect(plan.now.index).toBeCloseTo(4 / 3, 12);
	expect(plan.steps.map(({ indicator, assumed }) => [indicator, assumed])).toEqual([
		['X2', true],
		['X3', false]
	]);
});

test('what does not apply gets no step and blocks none', () => {
	const plan = planActions(example, { X1: 1, X2: 'na', X3: 2 }, { ...options, targetClass: 'up' });
	expect(plan.steps.map(({ indicator }) => indicator)).toEqual(['X1']);
	expect(plan.atEnd.readinessClass).toBe('up');
});

test('a gate without a step on the way is named, and the target is not promised', () => {
	const plan = planActions(small(indicator('X1', true, {})), { X1: 1 }, { ...options, targetClass: 'up' });
	expect(plan).toMatchObject({ reachable: false, blocked: ['X1@2'], steps: [] });
});

test('steps that wait for each other do not hang the plan', () => {
	const circle = small(
		indicator('X1', true, { 1: action(1, 1, ['X2@2']) }),
		indicator('X2', false, { 1: action(1, 1, ['X1@2']) })
	);
	expect(planActions(circle, {}, { ...options, targetClass: 'up' })).toMatchObject({ reachable: false, steps: [] });
});

test.each([
	['an unknown class', { targetClass: 'none' }],
	['no date', { startsOn: '3 Agustus' }],
	['negative weeks', { weeks: -1 }],
	['no capacity', { dailyCapacity: 0 }]
])('%s is refused', (_name, wrong) => {
	expect(() => planActions(ikid, {}, { ...options, ...wrong })).toThrow(RangeError);
});

describe('for any levels of IKID', () => {
	const anyAnswers: fc.Arbitrary<Answers> = fc
		.array(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom(null, 'na' as const)), {
			minLength: ikidCodes.length,
			maxLength: ikidCodes.length
		})
		.map((levels) => Object.fromEntries(ikidCodes.map((code, i) => [code, levels[i]!])));
	const anyOptions = fc.record({
		targetClass: fc.constantFrom('ready', 'nearly_ready', 'needs_support'),
		startsOn: fc.constantFrom('2026-08-01', '2026-08-03', '2026-08-06', '2027-12-31'),
		weeks: fc.integer({ min: 0, max: 60 }),
		dailyCapacity: fc.constantFrom(0.5, 1, 2.5, 6)
	});
	const holds = (check: (plan: Plan, answers: Answers, chosen: PlanOptions) => void) =>
		fc.assert(
			fc.property(anyAnswers, anyOptions, (answers, chosen) =>
				check(planActions(ikid, answers, chosen), answers, chosen)
			),
			{ numRuns: 60, seed: 35 }
		);

	test('no step starts before all that it depends on has ended', () => {
		holds(({ steps }, answers) => {
			for (const step of steps) {
				for (const need of [`${step.indicator}@${step.from}`, ...step.after]) {
					const [code, level] = need.split('@') as [string, string];
					const present = answers[code] === 'na' ? Infinity : (answers[code] ?? 1);
					if (present >= Number(level)) continue;
					const before = steps.find(({ indicator, to }) => indicator === code && to === Number(level));
					expect(before, need).toBeDefined();
					expect(before!.endsOn < step.startsOn, `${need} before ${step.indicator}@${step.to}`).toBe(true);
				}
			}
		});
	});

	test('on no day is more than the capacity needed, and no step is shorter than its weeks', () => {
		holds(({ steps }, _answers, { dailyCapacity }) => {
			const load = new Map<string, number>();
			for (const step of steps) {
				const days = weekdays(step.startsOn, step.endsOn);
				expect(days).toHaveLength(step.days);
				const weeks = ikid.domains.flatMap((domain) => domain.indicators).find(({ code }) => code === step.indicator)!
					.actions[step.from]!.weeks;
				expect(step.days).toBeGreaterThanOrEqual(weeks * 5);
				for (const day of days) load.set(day, (load.get(day) ?? 0) + step.effort / days.length);
			}
			expect(Math.max(0, ...load.values())).toBeLessThanOrEqual(dailyCapacity + 1e-6);
		});
	});

	test('doing every step reaches the target by the score itself', () => {
		holds((plan, answers, { targetClass }) => {
			const after: Record<string, number | 'na'> = {};
			for (const code of ikidCodes) after[code] = answers[code] ?? 1;
			for (const { indicator, from, to } of [...plan.steps].sort((a, b) => a.from - b.from)) {
				expect(after[indicator]).toBe(from);
				after[indicator] = to;
			}
			const order = ikid.classes.map(({ code }) => code);
			const reached = score(ikid, after).readinessClass!;
			expect(plan.reachable).toBe(true);
			expect(order.indexOf(reached)).toBeLessThanOrEqual(order.indexOf(targetClass));
		});
	});

	test('the same question gives the same plan', () => {
		holds((plan, answers, chosen) => {
			const shuffled = Object.fromEntries(Object.entries(answers).reverse());
			expect(planActions(ikid, shuffled, chosen)).toEqual(plan);
		});
	});
});

function weekdays(from: string, to: string): string[] {
	const days: string[] = [];
	for (const day = new Date(from); day.toISOString().slice(0, 10) <= to; day.setUTCDate(day.getUTCDate() + 1)) {
		if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
	}
	return days;
}
