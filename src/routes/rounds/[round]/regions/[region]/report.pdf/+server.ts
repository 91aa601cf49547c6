import { requireViewer } from '#lib/server/auth/require.ts';
import { collectRegionReport } from '#lib/server/reports/collect.ts';
import { pdfResponse } from '#lib/server/reports/pdf-response.ts';
import { renderPdf } from '#lib/server/reports/render-pdf.ts';
import { requireRegionAssessment } from '#lib/server/rounds/guard-round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const assessment = requireRegionAssessment(db, requireViewer(locals, url), params, locale);
	const data = collectRegionReport(db, assessment, Date.now());
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	return pdfResponse(await renderPdf('region', data, language), params.round, params.region, language);
};
