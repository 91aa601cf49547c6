import type { Plan } from '#lib/domain/planning/types.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { classTone } from '../shared/class-tone.ts';
import { className } from '../shared/class-name.ts';
import { formatDate } from '../number-format.ts';
import { caption, type Passage, passage } from '../shared/passages.ts';
import { timeSense } from '../shared/time-sense.ts';
import type { PlanReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { type PlanFacts, timingRule } from './plan-facts.ts';
import { subjectOf, work } from './plan-words.ts';

/** What the plan asks for and where it leads. */
export function summaryChapter(report: PlanReport, facts: PlanFacts, locale: ReportLocale) {
	return facts.isOfAll ? ofAll(report, facts, locale) : ofRegion(report, facts, locale);
}

function ofRegion(report: PlanReport, facts: PlanFacts, locale: ReportLocale) {
	const o = { locale };
	const { own, steps, total, deadline } = facts;
	const nothing = { paragraphs: [], notes: [], target: null, facts: [], classes: null };
	if (!own) return { ...nothing, finding: caption('summary.finding', m.report_plan_none({}, o)) };
	const target = className(report, own.targetClass, locale);
	const chip = { name: target, tone: classTone(report, own.targetClass) };
	if (own.reached)
		return { ...nothing, finding: caption('summary.finding', m.report_plan_reached({ target }, o)), target: chip };
	const standing = ({ index, readinessClass }: Plan['now']) =>
		`${formatIndex(index, locale)} · ${className(report, readinessClass, locale)}`;
	const point = (label: string, { date, effort, ...at }: Plan['now']) => ({
		label: `${label} (${formatDate(date, locale)})`,
		value: standing({ date, effort, ...at }),
		note: effort > 0 ? m.plandoc_after_work({ work: work(effort, locale) }, o) : null
	});
	return {
		finding: caption(
			'summary.finding',
			steps.length > 0
				? m.plandoc_need(
						{ subject: subjectOf(report, locale), steps: steps.length, work: work(total.effort, locale), target },
						o
					)
				: m.plandoc_unreachable({ target }, o)
		),
		target: chip,
		paragraphs: [
			...(aimsHigher(report, facts, own)
				? [passage('summary.ahead', m.plandoc_ahead({ round: className(report, report.round.targetClass, locale) }, o))]
				: []),
			...(steps.length > 0 ? [timing(report, facts, locale), capacity(report, locale)] : [])
		],
		notes: [
			...(own.assumed.length > 0
				? [passage('summary.assumed', m.plan_assumed({ count: own.assumed.length, codes: own.assumed.join(', ') }, o))]
				: []),
			...(!own.reachable && steps.length > 0
				? [passage('summary.unreachable', m.plandoc_unreachable({ target }, o))]
				: []),
			...(own.blocked.length > 0
				? [passage('summary.blocked', m.plandoc_blocked({ gates: own.blocked.join(', ') }, o))]
				: [])
		],
		facts: [
			point(m.plan_now({}, o), own.now),
			...(deadline ? [point(m.plan_by_deadline({}, o), own.byDeadline)] : []),
			point(m.plan_at_end({}, o), own.atEnd)
		],
		classes: null
	};
}

/** The region has reached the round's target, so that its plan aims at a class above it. */
function aimsHigher({ instrument, round }: PlanReport, { regions }: PlanFacts, { targetClass }: Plan): boolean {
	const place = (wanted: string | null | undefined) => instrument.classes.findIndex(({ code }) => code === wanted);
	const [standing, asked] = [place(regions[0]?.result.score.readinessClass), place(round.targetClass)];
	return standing >= 0 && standing <= asked && place(targetClass) < asked;
}

function ofAll(report: PlanReport, facts: PlanFacts, locale: ReportLocale) {
	const o = { locale };
	const { regions, steps, total } = facts;
	const target = className(report, report.round.targetClass, locale);
	const plans = regions.flatMap(({ plan }) => plan ?? []);
	const reached = plans.filter((plan) => plan.reached).length;
	const open = plans.length - reached;
	const inTime = plans.filter(
		(plan) => !plan.reached && plan.reachable && plan.steps.every((step) => !step.afterDeadline)
	).length;
	const of = (count: number) => `${count} / ${regions.length}`;
	return {
		finding: caption(
			'summary.finding',
			steps.length > 0
				? m.plandoc_need_all({ kinds: steps.length, regions: open, work: work(total.effort, locale), target }, o)
				: plans.length > 0
					? m.plan_province_empty({}, o)
					: m.plan_province_none({}, o)
		),
		target: { name: target, tone: classTone(report, report.round.targetClass) },
		paragraphs: steps.length > 0 ? [timing(report, facts, locale), capacity(report, locale)] : [],
		notes: [],
		facts: [
			{ label: m.plandoc_fact_reached({}, o), value: of(reached), note: null },
			{
				label: m.plandoc_fact_open({}, o),
				value: of(open),
				note: facts.deadline ? m.plandoc_fact_in_time({ count: inTime }, o) : null
			},
			{ label: m.plandoc_fact_none({}, o), value: of(regions.length - plans.length), note: null }
		],
		classes: plans.length > 0 ? classesInTime(report, facts, locale) : null
	};
}

/** How many regions stand in each class now, at the deadline and after all steps, if every plan is kept. */
function classesInTime(report: PlanReport, { regions, deadline }: PlanFacts, locale: ReportLocale) {
	const o = { locale };
	const plans = regions.flatMap(({ plan }) => plan ?? []);
	const points = [
		{ head: m.plan_now({}, o), at: (plan: Plan) => plan.now },
		...(deadline ? [{ head: m.plan_by_deadline({}, o), at: (plan: Plan) => plan.byDeadline }] : []),
		{ head: m.plan_at_end({}, o), at: (plan: Plan) => plan.atEnd }
	];
	const codes = report.instrument.classes.map(({ code }) => code); // highest first
	const high = codes.slice(0, codes.indexOf(report.round.targetClass) + 1);
	const there = (at: (plan: Plan) => Plan['now']) =>
		plans.filter((plan) => high.includes(at(plan).readinessClass ?? '')).length;
	return {
		caption: caption(
			'summary.classes',
			m.plandoc_classes_caption(
				{
					target: className(report, report.round.targetClass, locale),
					count: there(({ now }) => now),
					end: there(({ atEnd }) => atEnd),
					regions: plans.length
				},
				o
			)
		),
		head: points.map(({ head }) => head),
		rows: report.instrument.classes.map(({ code }) => ({
			name: className(report, code, locale),
			tone: classTone(report, code),
			counts: points.map(({ at }) => String(plans.filter((plan) => at(plan).readinessClass === code).length))
		})),
		total: points.map(() => String(plans.length))
	};
}

function timing(report: PlanReport, facts: PlanFacts, locale: ReportLocale): Passage {
	const rule = timingRule(facts);
	const sense = timeSense(rule, report.round.endsOn, report.time.startsOn, facts.tasks);
	return passage('summary.timing', timingSentence(rule, report, facts, locale), sense);
}

function timingSentence(
	rule: ReturnType<typeof timingRule>,
	{ round, time }: PlanReport,
	{ steps, total, isOfAll }: PlanFacts,
	locale: ReportLocale
): string {
	const o = { locale };
	const when = { deadline: formatDate(round.endsOn, locale), end: formatDate(total.endsOn!, locale) };
	switch (rule) {
		case 'over':
			return m.plandoc_over({ ...when, start: formatDate(time.startsOn, locale) }, o);
		case 'in_time':
			return m.plandoc_all_in_time(when, o);
		case 'none_in_time':
			return m.plandoc_none_in_time(when, o);
		case 'some_late': {
			if (isOfAll) return m.plandoc_late_all({ late: total.late, tasks: total.tasks, ...when }, o);
			const inTime = m.plandoc_in_time({ count: steps.length - total.late, deadline: when.deadline }, o);
			return `${inTime} ${m.plandoc_late({ count: total.late, end: when.end }, o)}`;
		}
	}
}

function capacity({ time, region }: PlanReport, locale: ReportLocale): Passage {
	const figures = { work: work(time.dailyCapacity, locale) };
	return passage(
		'summary.capacity',
		region === null ? m.plandoc_capacity_all(figures, { locale }) : m.plandoc_capacity(figures, { locale })
	);
}
