import { describe, expect, test } from 'vitest';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { addDays } from '#lib/domain/planning/working-days.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { emptyResults, instrument, samplePlanReport } from '../../../../../../tests/support/sample-report.ts';
import type { PlanReport } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatDecimal } from '#lib/words/format-count.ts';
import { formatRupiah } from '#lib/words/format-money.ts';
import { planDocument } from './plan-document.ts';
import { largest, work } from './plan-words.ts';

/** One of the sample's regions with many steps. */
const REGION = '35.01';
const answersOf = (report: PlanReport, code: string) =>
	report.results.find(({ region }) => region.code === code)!.answers;

/** The region's plan with other levels, time or target. */
function planned(
	change: Partial<PlanReport['time']> & { targetClass?: string; answers?: Record<string, number> } = {}
) {
	const report = samplePlanReport(REGION);
	const { targetClass = 'nearly_ready', answers = answersOf(report, REGION), ...time } = change;
	report.time = { ...report.time, ...time };
	const days = Math.round(report.time.weeks * 7) - 1;
	if (days >= 0) report.round = { ...report.round, endsOn: addDays(report.time.startsOn, days) };
	report.plans = { [REGION]: planActions(instrument, answers, { ...report.time, targetClass }) };
	return report;
}

/** Every text in the document, at whatever depth. */
function texts(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(texts);
}

const levels = (level: number, except: Record<string, number> = {}) => ({
	...Object.fromEntries(instrument.domains.flatMap((domain) => domain.indicators).map(({ code }) => [code, level])),
	...except
});

describe.each(['id', 'en'] as const)('the document in %s', (locale: Locale) => {
	test.each([
		['of a region', () => samplePlanReport(REGION)],
		['of all', () => samplePlanReport(null)],
		['of a region without answers', () => samplePlanReport('35.29')],
		['of a region that is there already', () => planned({ answers: levels(4) })]
	])('%s has no empty or broken text', (_name, make) => {
		const document = planDocument(make(), locale);
		const broken = texts(document).filter((text) => /undefined|NaN|null|\[object|\{\w+\}|Infinity/.test(text));
		expect(broken).toEqual([]);
	});

	test('the sheets hold every step once with its lead, and once with each that supports it', () => {
		const report = samplePlanReport(REGION);
		const { sheets, steps } = planDocument(report, locale).work!;
		const own = report.plans[REGION]!.steps;
		const numbers = (rows: { number: string }[]) => rows.map(({ number }) => Number(number)).sort((a, b) => a - b);
		expect(numbers(sheets.flatMap(({ leads }) => leads))).toEqual(own.map((_, at) => at + 1));
		expect(sheets.flatMap(({ supports }) => supports)).toHaveLength(
			own.reduce((sum, { lead, support }) => sum + support.filter((party) => party !== lead).length, 0)
		);
		expect(steps.rows.map(({ code }) => code)).toEqual(own.map(({ indicator }) => indicator));
	});

	test('a step names only steps that end before it begins', () => {
		const { rows } = planDocument(samplePlanReport(REGION), locale).work!.steps;
		const plan = samplePlanReport(REGION).plans[REGION]!;
		for (const [at, row] of rows.entries()) {
			if (row.after === '–') continue;
			for (const number of row.after.split(', '))
				expect(plan.steps[Number(number) - 1]!.endsOn < plan.steps[at]!.startsOn, row.title).toBe(true);
		}
	});
});

describe('what it says', () => {
	test('is that there is no plan where nothing is answered', () => {
		const { summary, work: chapters } = planDocument(samplePlanReport('35.29'), 'id');
		expect(summary.finding).toContain('belum ada jawaban');
		expect([chapters, summary.first, summary.target]).toEqual([null, null, null]);
	});

	test('is that the class is reached, without any step', () => {
		const { summary, work: chapters } = planDocument(planned({ answers: levels(4) }), 'en');
		expect(summary.finding).toBe('The target class Nearly Ready is reached; no steps are needed.');
		expect(chapters).toBeNull();
	});

	test('counts one step in the singular, everywhere', () => {
		const report = planned({ targetClass: 'ready', answers: levels(4, { A1: 2 }), weeks: 60 });
		const own = report.results.find(({ region }) => region.code === REGION)!;
		own.score = { ...own.score, readinessClass: 'nearly_ready' };
		const document = planDocument(report, 'en');
		expect(report.plans[REGION]!.steps).toHaveLength(1);
		expect(document.summary.finding).toMatch(
			/needs 1 step of \d+ person-days to reach the class Ready to Integrate\.$/
		);
		expect(document.work!.sheets[0]!.paragraphs[0]).toMatch(/^1 step to lead, \d+ person-days\. It starts on /);
		expect(document.work!.leads.caption).toMatch(/^Every step is led by /);
		expect(document.summary.paragraphs[0]).toContain('aims at the class above it');
		expect(texts(document).filter((text) => /\b1 (steps|person-days|kinds|regions)\b/.test(text))).toEqual([]);
	});

	test('says of one late step, and of all late steps, what happens to them', () => {
		const gantt = (change: Parameters<typeof planned>[0], locale: Locale) =>
			planDocument(planned({ weeks: 0.5, ...change }), locale).work!.schedule.parts[0]!;
		const one = gantt({ targetClass: 'ready', answers: levels(4, { A1: 2 }) }, 'en');
		expect(one.finding).toBe('The step ends after the deadline in week 10');
		expect(one.alt).toMatch(/^Schedule of one step by week; .* week 10\.$/);
		expect(gantt({}, 'id').finding).toBe('Semua langkah berakhir setelah tenggat di minggu ke-10');
	});

	test('calls the round’s target reached only where it is, whatever class the plan aims at', () => {
		const report = planned({ targetClass: 'ready', answers: levels(1) });
		const own = report.results.find(({ region }) => region.code === REGION)!;
		own.score = { ...own.score, readinessClass: 'lagging' };
		expect(planDocument(report, 'en').summary.paragraphs.join(' ')).not.toContain('reached already');
		own.score = { ...own.score, readinessClass: 'nearly_ready' };
		expect(planDocument(report, 'en').summary.paragraphs[0]).toContain('Nearly Ready, is reached already');
	});

	test('follows the deadline: all in time, some late, none in time, over', () => {
		const timing = (weeks: number) => {
			const { summary, work: chapters } = planDocument(planned({ weeks }), 'en');
			return { text: summary.paragraphs.join(' '), facts: summary.facts.length, gantt: chapters!.schedule.parts[0]! };
		};
		const early = timing(200);
		expect(early.text).toContain('The work ends by the deadline of the round');
		expect(early.gantt.finding).toMatch(/^The work ends in week \d+; the deadline of the round is in week \d+$/);
		expect(early.gantt.svg).not.toContain('fill-opacity');
		const some = timing(8);
		expect(some.text).toMatch(/\d+ steps? ends? by the deadline .* \d+ steps? ends? after it/);
		expect(some.gantt.svg).toContain('fill-opacity');
		expect(timing(0.5).text).toContain('No step ends by the deadline');
		const over = timing(0);
		expect(over.text).toContain('is over. The plan is counted from');
		expect([over.facts, early.facts]).toEqual([2, 3]);
		expect(over.gantt.finding).toMatch(/^The work runs from week \d+ to week \d+$/);
		expect(over.gantt.caption).not.toContain('deadline');
	});

	test('is the same of all regions as the sum of their plans', () => {
		const report = samplePlanReport(null);
		const { work: chapters, regions } = planDocument(report, 'en');
		const effort = Object.values(report.plans).reduce((sum, plan) => sum + plan.effort, 0);
		expect(chapters!.leads.total.effort).toBe(effort.toLocaleString('en-GB'));
		const tasks = Object.values(report.plans).reduce((sum, plan) => sum + plan.steps.length, 0);
		expect(chapters!.leads.total.tasks).toBe(String(tasks));
		expect(regions!.rows).toHaveLength(38);
		expect([regions!.total!.steps, regions!.total!.effort]).toEqual([String(tasks), chapters!.leads.total.effort]);
		expect(chapters!.budget.total.tasks).toBe(String(tasks));
		expect(regions!.steps.reduce((sum, { count }) => sum + Number(count), 0)).toBe(tasks);
	});
});

test('the table of classes counts every region with a plan once in each column, and its caption says how many get there', () => {
	const report = samplePlanReport(null);
	const { classes } = planDocument(report, 'en').summary;
	const columns = classes!.head.map((_, at) => classes!.rows.map(({ counts }) => Number(counts[at])));
	const sums = columns.map((counts) => counts.reduce((sum, count) => sum + count, 0));
	expect(sums.map(String)).toEqual(classes!.total);
	expect(sums[0]).toBe(Object.keys(report.plans).length);
	const high = report.instrument.classes.findIndex(({ code }) => code === report.round.targetClass) + 1;
	const there = columns.map((counts) => counts.slice(0, high).reduce((sum, count) => sum + count, 0));
	expect(classes!.caption!.match(/\d+/g)!.map(Number)).toEqual([there[0], there.at(-1), sums[0]]);
});

test('the schedule takes as many pages as its rows need, and the list of steps begins below it only where it has room', () => {
	const schedule = (report: PlanReport) => planDocument(report, 'id').work!.schedule;
	const one = planned({ targetClass: 'ready', answers: levels(4, { A1: 2 }) });
	expect([schedule(one).parts.length, schedule(one)['has-room']]).toEqual([1, true]);
	const all = schedule(samplePlanReport(null));
	expect(all.parts.length).toBeGreaterThan(2);
	const heights = all.parts.map(({ svg }) => (Number(/viewBox="0 0 1000 ([\d.]+)"/.exec(svg)![1]) * 251) / 1000);
	for (const height of heights) expect(height).toBeLessThan(210 - 51);
	expect(all['has-room']).toBe(heights.at(-1)! < 210 - 51 - 9 - 72);
});

test('no page of the schedule has one or two steps alone', () => {
	const report = samplePlanReport(REGION);
	const plan = report.plans[REGION]!;
	/** Numbers of the steps on each page, of a plan with so many steps alike. */
	const pages = (count: number) => {
		const steps = Array.from({ length: count }, (_, to) => ({ ...plan.steps[0]!, to }));
		const { parts } = planDocument({ ...report, plans: { [REGION]: { ...plan, steps } } }, 'id').work!.schedule;
		return parts.map(({ svg, caption }) => ({
			numbers: [...svg.matchAll(/<text x="18" [^>]*>(\d+)<\/text>/g)].map(([, number]) => Number(number)),
			caption
		}));
	};
	const full = pages(30)[0]!.numbers.length;
	for (const count of [full + 1, full + 2]) {
		const [first, last] = pages(count);
		expect(last!.numbers, `${count} steps`).toEqual([count - 2, count - 1, count]);
		expect(first!.numbers).toHaveLength(count - 3);
		expect(last!.caption).toContain(`${count - 2}–${count}`);
	}
});

describe('the budget', () => {
	test('leaves costs blank and says so where no unit cost is given', () => {
		const { budget } = planDocument(samplePlanReport(REGION), 'id').work!;
		expect(
			budget.groups.flatMap(({ rows, cost }) => [cost, ...rows.map((row) => row.cost)]).every((cost) => cost === null)
		).toBe(true);
		expect(budget.paragraphs.join(' ')).toContain('Kolom harga satuan dan biaya dikosongkan');
		expect(texts(budget).filter((text) => text.includes('Rp'))).toEqual([]);
	});

	test('multiplies person-days by the unit cost, calls it an assumption, and its lines add up', () => {
		const options = { ...EVERYTHING, unitCost: 350_000 };
		const { budget } = planDocument(samplePlanReport(REGION, { options }), 'id').work!;
		const amount = (text: string | null) => Number(text!.replace(/\D/g, ''));
		const { effort } = samplePlanReport(REGION).plans[REGION]!;
		expect(amount(budget.total.cost)).toBe(effort * 350_000);
		expect(budget.groups.reduce((sum, { cost }) => sum + amount(cost), 0)).toBe(effort * 350_000);
		for (const column of ['tasks', 'effort', 'cost'] as const) {
			const sum = (rows: readonly Record<typeof column, string | null>[]) =>
				rows.reduce((whole, row) => whole + amount(row[column]), 0);
			for (const group of budget.groups)
				expect(sum(group.rows), `${group.name}, ${column}`).toBe(amount(group[column]));
			expect(sum(budget.groups), column).toBe(amount(budget.total[column]));
		}
		expect([budget.unit, budget.total.cost]).toEqual(['350.000', expect.not.stringContaining('Rp')]); // as the head says
		expect(budget.caption).toContain('Rp\u00a0350.000');
		expect(budget.paragraphs.join(' ')).toContain('asumsi penyusun dokumen, bukan standar biaya resmi');
	});
});

test('the cost of all is the sum of the regions’, each its own person-days times the unit cost', () => {
	const report = samplePlanReport(null, { options: { ...EVERYTHING, unitCost: 125_000 } });
	const { regions, work: chapters } = planDocument(report, 'id');
	const amount = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
	const costs = report.results.flatMap(({ region }) => (report.plans[region.code]?.effort ?? 0) * 125_000);
	expect(regions!.rows.reduce((sum, { cost }) => sum + amount(cost), 0)).toBe(costs.reduce((a, b) => a + b, 0));
	expect(regions!.total!.cost).toBe(chapters!.budget.total.cost);
	expect(regions!.rows.filter(({ effort }) => effort === '–').every(({ cost }) => cost === '–')).toBe(true);
	expect(chapters!.budget.paragraphs.at(-1)).toContain('bab Rencana menurut wilayah');
	expect(planDocument(samplePlanReport(null), 'id').regions!.rows.every(({ cost }) => cost === null)).toBe(true);
});

describe('words', () => {
	test('person-days and formatRupiah in both languages', () => {
		expect([work(1, 'en'), work(1.5, 'en'), work(1.5, 'id')]).toEqual([
			'1 person-day',
			'1.5 person-days',
			'1,5 orang-hari'
		]);
		expect([formatDecimal(7131, 'id'), formatDecimal(2.25, 'id')]).toEqual(['7.131', '2,25']); // unlike 2,3, times 1.000 is 2.250
		expect([formatRupiah(1_250_000, 'id'), formatRupiah(0.5, 'en')]).toEqual(['Rp\u00a01.250.000', 'Rp\u00a00.50']);
	});

	test('of a round without answers says that there is no plan yet, not that every region is there', () => {
		const { summary, regions } = planDocument(samplePlanReport(null, { results: emptyResults(), plans: {} }), 'id');
		expect(summary.finding).toMatch(/^Belum ada rencana/);
		expect(regions!.caption).toBe('Belum ada wilayah yang mempunyai rencana');
	});

	test('of several equals all are named, and nobody where there is nothing', () => {
		const of = (values: number[]) =>
			largest(
				values,
				(value) => value,
				(value) => `W${value}`,
				'id'
			);
		expect(of([3, 5, 5])).toEqual({ names: 'W5 dan W5', count: 2, value: 5 });
		expect(of([0, 0])).toBeNull();
	});
});
