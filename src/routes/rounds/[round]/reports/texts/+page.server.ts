import { error, fail } from '@sveltejs/kit';
import { formatInstant } from '#lib/components/region/formats.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Viewer } from '#lib/server/auth/access.ts';
import { requirePermission } from '#lib/server/auth/require.ts';
import type { Db } from '#lib/server/db/open.ts';
import { countUnsure, readTexts } from '#lib/server/report-texts/read-texts.ts';
import { listTextReports, mayWriteText, textTarget } from '#lib/server/report-texts/text-target.ts';
import { type TextSaved, TextWrite, writeText } from '#lib/server/report-texts/write-text.ts';
import {
	requireAgencyAssessment,
	requireProvince,
	requireRegionAssessment,
	requireRound
} from '#lib/server/rounds/guard-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'report.write', url);
	const { db, locale } = locals;
	const round = requireRound(db, params.round, locale);
	const reports = listTextReports(db, viewer, round);
	const report = url.searchParams.get('report') ?? (reports.province ? 'province' : reports.regions[0]?.code);
	const language = languageOf(url, locale);
	if (!report) return { reports, report: null, language };
	guardReport(db, viewer, params.round, report, locale);
	const target = textTarget(report, language);
	const texts = await readTexts(db, viewer, round, target, Date.now());
	if (!texts) error(404, m.texts_missing({}, { locale }));
	const all = texts.chapters.flatMap((chapter) => chapter.texts);
	const show = (['own', 'unsure'] as const).find((known) => known === url.searchParams.get('show')) ?? 'all';
	return {
		reports,
		report,
		language,
		show,
		mayWrite: mayWriteText(db, viewer, round, target),
		counts: { all: all.length, own: all.filter(({ own }) => own).length, unsure: countUnsure(texts) },
		chapters: texts.chapters.map(({ chapter, texts: inChapter }) => ({
			chapter,
			texts: inChapter.filter(({ own, isMarked }) => show === 'all' || (show === 'own' ? own !== null : isMarked))
		})),
		orphans: texts.orphans
	};
};

export const actions: Actions = {
	write: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'report.write', url);
		const { db, locale } = locals;
		const round = requireRound(db, params.round, locale);
		const report = url.searchParams.get('report') ?? 'province';
		guardReport(db, viewer, params.round, report, locale);
		const read = TextWrite.safeParse(Object.fromEntries(await request.formData()));
		if (!read.success)
			return fail(400, { passage: '', text: '', refusal: m.texts_error_malformed({}, { locale }), theirs: null });
		const target = textTarget(report, languageOf(url, locale));
		const result = await writeText(db, viewer, round, target, read.data, Date.now());
		return result.kind === 'saved' ? { saved: read.data.passage } : refuse(result, read.data, locale);
	}
};

function languageOf(url: URL, locale: 'id' | 'en'): 'id' | 'en' {
	const asked = url.searchParams.get('lang');
	return asked === 'id' || asked === 'en' ? asked : locale;
}

/** @throws 403 or 404 with a sentence */
function guardReport(db: Db, viewer: Viewer, round: string, report: string, locale: 'id' | 'en'): void {
	const { kind, subject } = textTarget(report, locale);
	if (kind === 'province') requireProvince(viewer, locale);
	else if (kind === 'agency') requireAgencyAssessment(db, viewer, { round, agency: subject }, locale, 'report.write');
	else requireRegionAssessment(db, viewer, { round, region: subject }, locale, 'report.write');
}

function refuse(
	result: Exclude<TextSaved, { kind: 'saved' }>,
	{ passage, choice, text }: TextWrite,
	locale: 'id' | 'en'
) {
	const o = { locale };
	const about = { passage, text: choice === 'own' ? text : null, theirs: null };
	switch (result.kind) {
		case 'conflict': {
			const refusal = m.texts_conflict({ who: result.by, at: formatInstant(result.at) }, o);
			return fail(409, { ...about, refusal, theirs: result.current ?? { choice: 'generated' as const, text: '' } });
		}
		case 'moved':
			return fail(409, { ...about, refusal: m.texts_error_moved({}, o) });
		case 'missing':
			return fail(404, { ...about, refusal: m.texts_error_missing({}, o) });
		case 'forbidden':
			return fail(403, { ...about, refusal: m.texts_forbidden({}, o) });
		case 'long':
			return fail(400, { ...about, refusal: m.texts_error_long(result, o) });
		case 'empty':
			return fail(400, { ...about, refusal: m.texts_error_empty({}, o) });
		case 'same':
			return fail(400, { ...about, refusal: m.texts_error_same({}, o) });
	}
}
