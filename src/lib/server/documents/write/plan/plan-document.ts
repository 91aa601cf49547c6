import { m } from '#lib/paraglide/messages.js';
import { documentFrame } from '../shared/document-frame.ts';
import { formatDate } from '../number-format.ts';
import { type Passage, passage, writeOut } from '../shared/passages.ts';
import type { PlanReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { planFacts, type PlanFacts } from './plan-facts.ts';
import { subjectOf, work } from './plan-words.ts';
import { scheduleChapter } from './schedule-chapter.ts';
import { sheetsChapter } from './sheets-chapter.ts';
import { summaryChapter } from './summary-chapter.ts';
import { budgetChapter, firstSteps, leadsChapter, regionsChapter, stepsChapter } from './work-chapters.ts';

/** Everything that `plan.typ` prints, as plain data in one language: numbers as text, the schedule as SVG, what editors wrote in
 *  its place. `work` is null where there is no step, and with it all chapters but summary and method. */
export function planDocument(report: PlanReport, locale: ReportLocale) {
	return writeOut(planDraft(report, locale), report.texts);
}

/** The same as it is written from the data, with its passages still to be told apart. */
export function planDraft(report: PlanReport, locale: ReportLocale) {
	const o = { locale };
	const facts = planFacts(report);
	const subject = subjectOf(report, locale);
	const {
		foreword: _,
		introduction: __,
		method: ___,
		...frame
	} = documentFrame(report, locale, subject, report.region);
	const kicker = m.plandoc_kicker({}, o);
	const name = report.instrument.name[locale];
	return {
		...frame,
		title: `${kicker} ${name}: ${subject}, ${report.round.name}`,
		running: { left: `${kicker} · ${subject}`, right: report.round.name },
		cover: { ...frame.cover, kicker },
		approval: { ...frame.approval, paragraphs: approval(report, frame.approval.paragraphs, locale) },
		labels: { ...frame.labels, ...labels(locale) },
		'of-all': facts.isOfAll,
		summary: { ...summaryChapter(report, facts, locale), first: firstSteps(report, facts, locale) },
		work:
			facts.steps.length > 0
				? {
						schedule: scheduleChapter(report, facts, locale),
						steps: stepsChapter(report, facts, locale),
						leads: leadsChapter(report, facts, locale),
						budget: budgetChapter(report, facts, locale),
						sheets: sheetsChapter(report, facts, locale)
					}
				: null,
		regions: facts.isOfAll ? regionsChapter(report, facts, locale) : null,
		limits: limits(report, facts, locale)
	};
}

/** The frame's own first and last sentence, and between them what the plan rests on. */
function approval(report: PlanReport, sentences: readonly string[], locale: ReportLocale): string[] {
	const o = { locale };
	const date = formatDate(report.now, locale);
	return [
		sentences[0]!,
		report.state === 'final' ? m.plandoc_approval_final({ date }, o) : m.plandoc_approval_draft({ date }, o),
		...(report.round.sample ? [m.plandoc_approval_sample({}, o)] : []),
		sentences.at(-1)!
	];
}

/** How the plan comes about and what it does not know. */
function limits(report: PlanReport, { regions, isOfAll }: PlanFacts, locale: ReportLocale): Passage[] {
	const o = { locale };
	const planned = regions.filter(({ plan }) => plan !== null).length;
	return [
		passage('method.steps', m.plandoc_method_steps({}, o)),
		passage('method.levels', m.plandoc_method_levels({}, o)),
		passage('method.time', m.plandoc_method_time({ work: work(report.time.dailyCapacity, locale) }, o)),
		passage('method.effort', m.plandoc_method_effort({}, o)),
		...(isOfAll && planned > 0
			? [passage('method.all', m.plandoc_method_all({ count: planned, all: regions.length }, o))]
			: [])
	];
}

function labels(locale: ReportLocale) {
	const o = { locale };
	return {
		target: m.plandoc_target({}, o),
		schedule: m.plandoc_schedule({}, o),
		steps: m.plandoc_steps({}, o),
		leads: m.plandoc_leads({}, o),
		budget: m.plandoc_budget({}, o),
		by_region: m.plandoc_by_region({}, o),
		where: m.plandoc_where({}, o),
		sheets: m.plandoc_sheets({}, o),
		limits: m.plandoc_method({}, o),
		supports: m.plandoc_supports({}, o),
		accepted: m.plandoc_accepted({}, o),
		date: m.plandoc_date({}, o),
		signature: m.plandoc_signature({}, o),
		total: m.plandoc_total({}, o),
		table_where: m.plandoc_table_where({}, o),
		col_number: m.plan_number({}, o),
		col_lead: m.plandoc_col_lead({}, o),
		col_work: m.plandoc_col_work({}, o),
		col_steps: m.plandoc_col_steps({}, o),
		col_tasks: m.plandoc_col_tasks({}, o),
		col_start: m.plandoc_col_start({}, o),
		col_end: m.plandoc_col_end({}, o),
		col_late: m.plandoc_col_late({}, o),
		col_after: m.plandoc_col_after({}, o),
		col_time: m.plan_time({}, o),
		col_support: m.plandoc_col_support({}, o),
		col_todo: m.plandoc_col_todo({}, o),
		col_by: m.plandoc_col_by({}, o),
		col_done: m.plandoc_col_done({}, o),
		col_unit: m.plandoc_col_unit({}, o),
		col_cost: m.plandoc_col_cost({}, o),
		col_account: m.plandoc_col_account({}, o),
		col_source: m.plandoc_col_source({}, o),
		col_class_now: m.plandoc_col_class_now({}, o)
	};
}
