import { requireViewer } from '#lib/server/auth/require.ts';
import { collectProvinceReport } from '#lib/server/reports/collect.ts';
import { pdfResponse } from '#lib/server/reports/pdf-response.ts';
import { renderPdf } from '#lib/server/reports/render-pdf.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/guard-round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireRound(db, params.round, locale);
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const pdf = await renderPdf('province', await collectProvinceReport(db, round, Date.now()), language);
	return pdfResponse(pdf, round.code, 'provinsi', language);
};
