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
	const word = await renderWord('province', await collectProvinceReport(db, round, Date.now()), language);
	return wordResponse(word, round.code, 'provinsi', language);
};
