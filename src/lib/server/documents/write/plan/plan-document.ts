import { say } from '#lib/words/say.ts';
import { documentFrame } from '../shared/document-frame.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type Passage, passage, writeOut } from '../shared/passages.ts';
import type { PlanReport } from '../types.ts';
import { planFacts, type PlanFacts } from './plan-facts.ts';
import { subjectOf, work } from './plan-words.ts';
import { scheduleChapter } from './schedule-chapter.ts';
import { sheetsChapter } from './sheets-chapter.ts';
import { summaryChapter } from './summary-chapter.ts';
import { budgetChapter, firstSteps, leadsChapter, regionsChapter, stepsChapter } from './work-chapters.ts';

/** Writes all parts that `plan.typ` prints, as plain data in one language.
 *  @returns numbers as text, the schedule as SVG, own texts of editors in their place; `work` is null where there is
 *  no step, and with it all chapters but summary and method */
export function planDocument(report: PlanReport, locale: Locale) {
	return writeOut(planDraft(report, locale), report.texts);
}

/** Writes the same from the data alone, with its passages still to be told apart. */
export function planDraft(report: PlanReport, locale: Locale) {
	const facts = planFacts(report);
	const subject = subjectOf(report, locale);
	const {
		foreword: _,
		introduction: __,
		method: ___,
		...frame
	} = documentFrame(report, { subject, marked: report.region }, locale);
	const kicker = say(locale).plandoc_kicker({});
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

/** The frame's own first and last sentence, and between them the assumptions of the plan. */
function approval(report: PlanReport, sentences: readonly string[], locale: Locale): string[] {
	const date = formatDate(report.now, locale);
	return [
		sentences[0]!,
		report.state === 'final'
			? say(locale).plandoc_approval_final({ date })
			: say(locale).plandoc_approval_draft({ date }),
		...(report.round.sample ? [say(locale).plandoc_approval_sample({})] : []),
		sentences.at(-1)!
	];
}

/** Origin and limits of the plan. */
function limits(report: PlanReport, { regions, isOfAll }: PlanFacts, locale: Locale): Passage[] {
	const planned = regions.filter(({ plan }) => plan !== null).length;
	return [
		passage('method.steps', say(locale).plandoc_method_steps({})),
		passage('method.levels', say(locale).plandoc_method_levels({})),
		passage('method.time', say(locale).plandoc_method_time({ work: work(report.time.dailyCapacity, locale) })),
		passage('method.effort', say(locale).plandoc_method_effort({})),
		...(isOfAll && planned > 0
			? [passage('method.all', say(locale).plandoc_method_all({ count: planned, all: regions.length }))]
			: [])
	];
}

function labels(locale: Locale) {
	return {
		target: say(locale).plandoc_target({}),
		schedule: say(locale).plandoc_schedule({}),
		steps: say(locale).plandoc_steps({}),
		leads: say(locale).plandoc_leads({}),
		budget: say(locale).plandoc_budget({}),
		by_region: say(locale).plandoc_by_region({}),
		where: say(locale).plandoc_where({}),
		sheets: say(locale).plandoc_sheets({}),
		limits: say(locale).plandoc_method({}),
		supports: say(locale).plandoc_supports({}),
		accepted: say(locale).plandoc_accepted({}),
		date: say(locale).plandoc_date({}),
		signature: say(locale).plandoc_signature({}),
		total: say(locale).plandoc_total({}),
		table_where: say(locale).plandoc_table_where({}),
		col_number: say(locale).plan_number({}),
		col_lead: say(locale).plandoc_col_lead({}),
		col_work: say(locale).plandoc_col_work({}),
		col_steps: say(locale).plandoc_col_steps({}),
		col_tasks: say(locale).plandoc_col_tasks({}),
		col_start: say(locale).plandoc_col_start({}),
		col_end: say(locale).plandoc_col_end({}),
		col_late: say(locale).plandoc_col_late({}),
		col_after: say(locale).plandoc_col_after({}),
		col_time: say(locale).plan_time({}),
		col_support: say(locale).plandoc_col_support({}),
		col_todo: say(locale).plandoc_col_todo({}),
		col_by: say(locale).plandoc_col_by({}),
		col_done: say(locale).plandoc_col_done({}),
		col_unit: say(locale).plandoc_col_unit({}),
		col_cost: say(locale).plandoc_col_cost({}),
		col_account: say(locale).plandoc_col_account({}),
		col_source: say(locale).plandoc_col_source({}),
		col_class_now: say(locale).plandoc_col_class_now({})
	};
}
