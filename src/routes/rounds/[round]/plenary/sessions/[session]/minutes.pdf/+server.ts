import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { collectMinutes } from '#lib/server/documents/gather/collect-minutes.ts';
import { findSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requirePermission(locals, 'plenary.read', url);
	const round = requireRound(db, params.round, locale);
	const session = findSession(db, round, Number(params.session));
	if (!session) error(404, m.common_not_found({}, { locale }));
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const now = Date.now();
	const job = { kind: 'minutes', data: collectMinutes(db, round, session, now), locale: language } as const;
	const issuer = { userId: viewer.id, origin: url.origin };
	const { pdf } = await issueReport(db, round, String(session.id), job, issuer, now);
	return downloadResponse(pdf, documentName(round.code, { ...job, subject: String(session.id) }, 'pdf'));
};
