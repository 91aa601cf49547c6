import type { Share } from '#lib/domain/planning/share-work.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '../number-format.ts';
import type { PlanReport, ReportLocale } from '../types.ts';
import type { PlanFacts } from './plan-facts.ts';
import { fullName, work } from './plan-words.ts';
import { stepCells } from './work-chapters.ts';

/** A page for every party: what it has to do by when, and what it supports. */
export function sheetsChapter(report: PlanReport, facts: PlanFacts, locale: ReportLocale) {
	return facts.shares.map((share) => ({
		name: fullName(report, share.party, locale),
		paragraphs: sentences(facts, share, locale),
		leads: share.leads.map((step) => stepCells(report, facts, step, locale)),
		supports: share.supports.map((step) => stepCells(report, facts, step, locale))
	}));
}

function sentences(facts: PlanFacts, share: Share, locale: ReportLocale): string[] {
	const o = { locale };
	const { leads, supports, tasks, late, effort } = share;
	if (leads.length === 0) return [m.plandoc_sheet_support({ count: supports.length }, o)];
	const figures = {
		count: leads.length,
		work: work(effort, locale),
		start: formatDate(share.startsOn!, locale),
		end: formatDate(share.endsOn!, locale)
	};
	const regions = new Set(leads.flatMap((step) => step.regions)).size;
	return [
		facts.isOfAll ? m.plandoc_sheet_lead_all({ ...figures, regions }, o) : m.plandoc_sheet_lead(figures, o),
		...(facts.deadline === null || late === 0 ? [] : [lateSentence(facts.deadline, late, tasks, facts.isOfAll, locale)])
	];
}

function lateSentence(deadline: string, late: number, tasks: number, isOfAll: boolean, locale: ReportLocale): string {
	const figures = { late, tasks, deadline: formatDate(deadline, locale) };
	if (late === tasks) return m.plandoc_sheet_late_each(figures, { locale });
	return isOfAll ? m.plandoc_sheet_late_all(figures, { locale }) : m.plandoc_sheet_late(figures, { locale });
}
