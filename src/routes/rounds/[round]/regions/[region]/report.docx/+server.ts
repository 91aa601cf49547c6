import { requireViewer } from '#lib/server/auth/require.ts';
import { collectRegionReport } from '#lib/server/reports/collect.ts';
import { requireRegionAssessment } from '#lib/server/rounds/guard-round.ts';
import { renderWord } from '#lib/server/word/render-word.ts';
import { wordResponse } from '#lib/server/word/word-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const assessment = requireRegionAssessment(db, requireViewer(locals, url), params, locale);
	const data = await collectRegionReport(db, assessment, Date.now());
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const word = await renderWord({ kind: 'region', data, locale: language });
	return wordResponse(word, params.round, params.region, language);
};
