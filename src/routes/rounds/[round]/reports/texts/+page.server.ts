import { error, fail } from '@sveltejs/kit';
import { aboutOf, type DocumentSubject } from '#lib/domain/document/kinds.ts';
import { formatMoment } from '#lib/words/format-moment.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { countUnsureOf, readTexts } from '#lib/server/documents/own-texts/read-texts.ts';
import {
	listTextReports,
	mayWriteText,
	TEXT_DOCUMENTS,
	type TextDocument,
	textTarget
} from '#lib/server/documents/own-texts/text-target.ts';
import { type TextSaved, TextWrite, writeText } from '#lib/server/documents/own-texts/write-text.ts';
import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { requireAssessment, type Subject } from '#lib/server/rounds/subject/subject.ts';
import { type Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { type Context, contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';
import { chooseTexts } from './choose-texts.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'report.write', url);
	const { db, locale } = locals;
	const round = requireRound(db, params.round, locale);
	const reports = listTextReports(db, viewer, round);
	const report = url.searchParams.get('report') ?? (reports.province ? 'province' : reports.regions[0]?.code);
	const language = askedLanguage(url, locale);
	if (!report) return { reports, report: null, language };
	guardReport(contextOf(locals, viewer), params.round, report);
	const document = documentOf(url, report);
	const target = textTarget(report, language, document);
	const now = Date.now();
	const texts = await readTexts(db, round, target, now);
	if (!texts) error(404, say(locale).texts_missing({}));
	return {
		reports,
		report,
		language,
		document,
		documents: await Promise.all(
			documentsOn(report).map(async (name) => ({
				document: name,
				unsure: await countUnsureOf(db, round, textTarget(report, language, name), now)
			}))
		),
		mayWrite: mayWriteText(db, viewer, round, target),
		parties: document === 'plan' ? partyNames(db, round, language) : {},
		...chooseTexts(texts, {
			show: url.searchParams.get('show'),
			chapter: url.searchParams.get('chapter'),
			part: url.searchParams.get('part')
		})
	};
};

export const actions: Actions = {
	write: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'report.write', url);
		const { db, locale } = locals;
		const round = requireRound(db, params.round, locale);
		const report = url.searchParams.get('report') ?? 'province';
		guardReport(contextOf(locals, viewer), params.round, report);
		const read = TextWrite.safeParse(Object.fromEntries(await request.formData()));
		if (!read.success)
			return fail(400, { passage: '', text: '', refusal: say(locale).texts_error_malformed({}), theirs: null });
		const target = textTarget(report, askedLanguage(url, locale), documentOf(url, report));
		const result = await writeText(contextOf(locals, viewer), round, target, read.data);
		return result.kind === 'saved' ? { saved: read.data.passage } : refuse(result, read.data, locale);
	}
};

/** Documents on a subject; an agency has no plan of its own. */
function documentsOn(report: string): readonly TextDocument[] {
	return textTarget(report, 'id', 'plan').kind === 'plan' ? TEXT_DOCUMENTS : ['report'];
}

function documentOf(url: URL, report: string): TextDocument {
	return documentsOn(report).find((name) => name === url.searchParams.get('document')) ?? 'report';
}

function partyNames(db: Db, round: Round, language: Locale): Record<string, string> {
	const { parties } = roundInstrument(db, round, 'region').instrument;
	return Object.fromEntries(Object.entries(parties).map(([code, name]) => [code, name[language]]));
}

/** @throws 403 or 404 with a sentence */
function guardReport(context: Context, round: string, report: string): void {
	const { actor, locale } = context;
	const target = textTarget(report, locale);
	const requireSubject = (kind: Subject['kind']) =>
		requireAssessment(context, { round, kind, code: target.subject }, 'report.write');
	const guards: Record<DocumentSubject, () => unknown> = {
		province: () => requireProvince(actor, locale),
		agency: () => requireSubject('agencies'),
		region: () => requireSubject('regions'),
		session: () => undefined
	};
	guards[aboutOf(target)]();
}

function refuse(result: Exclude<TextSaved, { kind: 'saved' }>, { passage, choice, text }: TextWrite, locale: Locale) {
	const about = { passage, text: choice === 'own' ? text : null, theirs: null };
	switch (result.kind) {
		case 'conflict': {
			const refusal = say(locale).texts_conflict({ who: result.by, at: formatMoment(result.at, locale) });
			return fail(409, { ...about, refusal, theirs: result.current ?? { choice: 'generated' as const, text: '' } });
		}
		case 'moved':
			return fail(409, { ...about, refusal: say(locale).texts_error_moved({}) });
		case 'missing':
			return fail(404, { ...about, refusal: say(locale).texts_error_missing({}) });
		case 'forbidden':
			return fail(403, { ...about, refusal: say(locale).texts_forbidden({}) });
		case 'long':
			return fail(400, { ...about, refusal: say(locale).texts_error_long(result) });
		case 'empty':
			return fail(400, { ...about, refusal: say(locale).texts_error_empty({}) });
		case 'same':
			return fail(400, { ...about, refusal: say(locale).texts_error_same({}) });
	}
}
