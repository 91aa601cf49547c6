import type { Plan } from '#lib/domain/planning/types.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { classTone } from '../shared/class-tone.ts';
import { className } from '../shared/class-name.ts';
import { caption, type Passage, passage } from '../shared/passages.ts';
import { timeSense } from '../shared/time-sense.ts';
import type { PlanReport } from '../types.ts';
import { type PlanFacts, timingRule } from './plan-facts.ts';
import { subjectOf, work } from './plan-words.ts';

/** Writes the summary: the steps and effort of the plan, and the classes that it leads to. */
export function summaryChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	return facts.isOfAll ? ofAll(report, facts, locale) : ofRegion(report, facts, locale);
}

function ofRegion(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const { own, steps, total, deadline } = facts;
	const nothing = { paragraphs: [], notes: [], target: null, facts: [], classes: null };
	if (!own) return { ...nothing, finding: caption('summary.finding', say(locale).report_plan_none({})) };
	const target = className(report, own.targetClass, locale);
	const chip = { name: target, tone: classTone(report, own.targetClass) };
	if (own.reached)
		return {
			...nothing,
			finding: caption('summary.finding', say(locale).report_plan_reached({ target })),
			target: chip
		};
	const standing = ({ index, readinessClass }: Plan['now']) =>
		`${formatIndex(index, locale)} · ${className(report, readinessClass, locale)}`;
	const point = (label: string, { date, effort, ...at }: Plan['now']) => ({
		label: `${label} (${formatDate(date, locale)})`,
		value: standing({ date, effort, ...at }),
		note: effort > 0 ? say(locale).plandoc_after_work({ work: work(effort, locale) }) : null
	});
	return {
		finding: caption(
			'summary.finding',
			steps.length > 0
				? say(locale).plandoc_need({
						subject: subjectOf(report, locale),
						steps: steps.length,
						work: work(total.effort, locale),
						target
					})
				: say(locale).plandoc_unreachable({ target })
		),
		target: chip,
		paragraphs: [
			...(aimsHigher(report, facts, own)
				? [
						passage(
							'summary.ahead',
							say(locale).plandoc_ahead({ round: className(report, report.round.targetClass, locale) })
						)
					]
				: []),
			...(steps.length > 0 ? [timing(report, facts, locale), capacity(report, locale)] : [])
		],
		notes: [
			...(own.assumed.length > 0
				? [
						passage(
							'summary.assumed',
							say(locale).plan_assumed({ count: own.assumed.length, codes: own.assumed.join(', ') })
						)
					]
				: []),
			...(!own.reachable && steps.length > 0
				? [passage('summary.unreachable', say(locale).plandoc_unreachable({ target }))]
				: []),
			...(own.blocked.length > 0
				? [passage('summary.blocked', say(locale).plandoc_blocked({ gates: own.blocked.join(', ') }))]
				: [])
		],
		facts: [
			point(say(locale).plan_now({}), own.now),
			...(deadline ? [point(say(locale).plan_by_deadline({}), own.byDeadline)] : []),
			point(say(locale).plan_at_end({}), own.atEnd)
		],
		classes: null
	};
}

/** Whether the region has reached the round's target, so that its plan aims at a class above it. */
function aimsHigher({ instrument, round }: PlanReport, { regions }: PlanFacts, { targetClass }: Plan): boolean {
	const place = (wanted: string | null | undefined) => instrument.classes.findIndex(({ code }) => code === wanted);
	const [standing, asked] = [place(regions[0]?.result.score.readinessClass), place(round.targetClass)];
	return standing >= 0 && standing <= asked && place(targetClass) < asked;
}

function ofAll(report: PlanReport, facts: PlanFacts, locale: Locale) {
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
				? say(locale).plandoc_need_all({ kinds: steps.length, regions: open, work: work(total.effort, locale), target })
				: plans.length > 0
					? say(locale).plan_province_empty({})
					: say(locale).plan_province_none({})
		),
		target: { name: target, tone: classTone(report, report.round.targetClass) },
		paragraphs: steps.length > 0 ? [timing(report, facts, locale), capacity(report, locale)] : [],
		notes: [],
		facts: [
			{ label: say(locale).plandoc_fact_reached({}), value: of(reached), note: null },
			{
				label: say(locale).plandoc_fact_open({}),
				value: of(open),
				note: facts.deadline ? say(locale).plandoc_fact_in_time({ count: inTime }) : null
			},
			{ label: say(locale).plandoc_fact_none({}), value: of(regions.length - plans.length), note: null }
		],
		classes: plans.length > 0 ? classesInTime(report, facts, locale) : null
	};
}

/** Number of regions in each class now, at the deadline and after all steps, if every plan is kept. */
function classesInTime(report: PlanReport, { regions, deadline }: PlanFacts, locale: Locale) {
	const plans = regions.flatMap(({ plan }) => plan ?? []);
	const points = [
		{ head: say(locale).plan_now({}), at: (plan: Plan) => plan.now },
		...(deadline ? [{ head: say(locale).plan_by_deadline({}), at: (plan: Plan) => plan.byDeadline }] : []),
		{ head: say(locale).plan_at_end({}), at: (plan: Plan) => plan.atEnd }
	];
	const codes = report.instrument.classes.map(({ code }) => code); // highest first
	const high = codes.slice(0, codes.indexOf(report.round.targetClass) + 1);
	const there = (at: (plan: Plan) => Plan['now']) =>
		plans.filter((plan) => high.includes(at(plan).readinessClass ?? '')).length;
	return {
		caption: caption(
			'summary.classes',
			say(locale).plandoc_classes_caption({
				target: className(report, report.round.targetClass, locale),
				count: there(({ now }) => now),
				end: there(({ atEnd }) => atEnd),
				regions: plans.length
			})
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

function timing(report: PlanReport, facts: PlanFacts, locale: Locale): Passage {
	const rule = timingRule(facts);
	const sense = timeSense(rule, report.round.endsOn, report.time.startsOn, facts.tasks);
	return passage('summary.timing', timingSentence(rule, report, facts, locale), sense);
}

function timingSentence(
	rule: ReturnType<typeof timingRule>,
	{ round, time }: PlanReport,
	{ steps, total, isOfAll }: PlanFacts,
	locale: Locale
): string {
	const when = { deadline: formatDate(round.endsOn, locale), end: formatDate(total.endsOn!, locale) };
	switch (rule) {
		case 'over':
			return say(locale).plandoc_over({ ...when, start: formatDate(time.startsOn, locale) });
		case 'in_time':
			return say(locale).plandoc_all_in_time(when);
		case 'none_in_time':
			return say(locale).plandoc_none_in_time(when);
		case 'some_late': {
			if (isOfAll) {
				const figures = { late: formatCount(total.late, locale), tasks: formatCount(total.tasks, locale) };
				return say(locale).plandoc_late_all({ ...figures, ...when });
			}
			const inTime = say(locale).plandoc_in_time({ count: steps.length - total.late, deadline: when.deadline });
			return `${inTime} ${say(locale).plandoc_late({ count: total.late, end: when.end })}`;
		}
	}
}

function capacity({ time, region }: PlanReport, locale: Locale): Passage {
	const figures = { work: work(time.dailyCapacity, locale) };
	return passage(
		'summary.capacity',
		region === null ? say(locale).plandoc_capacity_all(figures) : say(locale).plandoc_capacity(figures)
	);
}
