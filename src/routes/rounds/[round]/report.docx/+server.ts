import { requireViewer } from '#lib/server/auth/require.ts';
import { collectProvinceReport } from '#lib/server/reports/collect.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/guard-round.ts';
import { renderWord } from '#lib/server/word/render-word.ts';
import { wordResponse } from '#lib/server/word/word-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireRound(db, params.round, locale);
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const data = await collectProvinceReport(db, round, Date.now());
	return wordResponse(await renderWord({ kind: 'province', data, locale: language }), round.code, 'provinsi', language);
};
