import type { Share } from '#lib/domain/planning/share-work.ts';
import { say } from '#lib/words/say.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type Passage, passage } from '../shared/passages.ts';
import { dayOfPlan, timeSense } from '../shared/time-sense.ts';
import type { PlanReport } from '../types.ts';
import type { PlanFacts } from './plan-facts.ts';
import { fullName, work } from './plan-words.ts';
import { stepCells } from './work-chapters.ts';

/** Writes a page for every party: its tasks with their dates, and the tasks that it supports. */
export function sheetsChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	return facts.shares.map((share) => ({
		name: fullName(report, share.party, locale),
		paragraphs: sentences(report, facts, share, locale),
		leads: share.leads.map((step) => stepCells(report, facts, step, locale)),
		supports: share.supports.map((step) => stepCells(report, facts, step, locale))
	}));
}

function sentences(report: PlanReport, facts: PlanFacts, share: Share, locale: Locale): Passage[] {
	const { party, leads, supports, tasks, late } = share;
	const { deadline, isOfAll } = facts;
	if (leads.length === 0)
		return [passage(`sheets.${party}.support`, say(locale).plandoc_sheet_support({ count: supports.length }))];
	const { startsOn } = report.time;
	const day = (date: string) => String(dayOfPlan(startsOn, date));
	const lead = passage(
		`sheets.${party}.lead`,
		leadSentence(isOfAll, share, (date) => formatDate(date, locale), locale),
		leadSentence(isOfAll, share, day, locale)
	);
	if (deadline === null || late === 0) return [lead];
	const own = facts.tasks.filter((step) => step.lead === party);
	const sense = timeSense(late === tasks ? 'each' : 'some', deadline, startsOn, own);
	return [lead, passage(`sheets.${party}.late`, lateSentence({ deadline, late, tasks, isOfAll }, locale), sense)];
}

/** @param when words for a date */
function leadSentence(isOfAll: boolean, share: Share, when: (date: string) => string, locale: Locale): string {
	const { leads, effort, startsOn, endsOn } = share;
	const figures = {
		count: leads.length,
		work: work(effort, locale),
		start: when(startsOn!),
		end: when(endsOn!)
	};
	const regions = new Set(leads.flatMap((step) => step.regions)).size;
	return isOfAll
		? say(locale).plandoc_sheet_lead_all({ ...figures, regions })
		: say(locale).plandoc_sheet_lead(figures);
}

function lateSentence(
	{ deadline, late, tasks, isOfAll }: { deadline: string; late: number; tasks: number; isOfAll: boolean },
	locale: Locale
): string {
	const counts = { late: formatCount(late, locale), tasks: formatCount(tasks, locale) };
	const figures = { ...counts, deadline: formatDate(deadline, locale) };
	if (late === tasks) return say(locale).plandoc_sheet_late_each(figures);
	return isOfAll ? say(locale).plandoc_sheet_late_all(figures) : say(locale).plandoc_sheet_late(figures);
}
