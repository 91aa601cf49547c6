import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/auth/require.ts';
import { collectMinutes } from '#lib/server/plenary/collect-minutes.ts';
import { findSession } from '#lib/server/plenary/sessions.ts';
import { pdfResponse } from '#lib/server/reports/pdf-response.ts';
import { renderPdf } from '#lib/server/reports/render-pdf.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requirePermission(locals, 'plenary.read', url);
	const round = requireRound(db, params.round, locale);
	const session = findSession(db, round, Number(params.session));
	if (!session) error(404, m.common_not_found({}, { locale }));
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const pdf = await renderPdf('minutes', collectMinutes(db, round, session, Date.now()), language);
	return pdfResponse(
		pdf,
		round.code,
		language === 'en' ? `minutes-${session.id}` : `berita-acara-${session.id}`,
		language
	);
};
