import { m } from '#lib/paraglide/messages.js';
import type { TextChapter as Chapter } from '#lib/domain/document/kinds.ts';
import type { TextDocument } from '#lib/server/documents/own-texts/text-target.ts';

const PLAN: Partial<Record<Chapter | 'orphans', () => string>> = {
	schedule: m.plandoc_schedule,
	steps: m.plandoc_steps,
	leads: m.plandoc_leads,
	budget: m.plandoc_budget,
	regions: m.plandoc_by_region,
	sheets: m.plandoc_sheets,
	method: m.plandoc_method
};

/** Name of a chapter in the document that it stands in, in the language of the page. */
export function chapterName(document: TextDocument, chapter: Chapter | 'orphans'): string {
	if (chapter === 'orphans') return m.texts_orphans();
	if (chapter === 'foreword') return m.report_foreword();
	if (chapter === 'summary') return m.report_summary();
	if (document === 'plan') return PLAN[chapter]!();
	return m[`documents_chapter_${chapter as ReportChapter}`]();
}

type ReportChapter = Exclude<Chapter, 'foreword' | 'summary' | 'leads'>;
