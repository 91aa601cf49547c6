import { requireViewer } from '#lib/server/auth/require.ts';
import { downloadResponse } from '#lib/server/download-response.ts';
import { collectProvinceReport } from '#lib/server/reports/collect.ts';
import { withOwnTexts } from '#lib/server/report-texts/own-texts.ts';
import { documentName } from '#lib/server/reports/document-name.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/guard-round.ts';
import { renderWord } from '#lib/server/word/render-word.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireRound(db, params.round, locale);
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const data = await collectProvinceReport(db, round, Date.now(), { withEvidence: true });
	const job = withOwnTexts(db, round, { kind: 'province', data, locale: language } as const);
	return downloadResponse(await renderWord(job), documentName(round.code, { ...job, subject: '' }, 'docx'));
};
