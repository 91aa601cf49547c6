import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireOpenedRound, requireProvince } from '#lib/server/rounds/subject/guard-round.ts';
import { issueWord } from '#lib/server/documents/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	requireProvince(viewer, locale);
	const round = requireOpenedRound(db, params.round, locale);
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const now = Date.now();
	const data = await collectProvinceReport(db, round, now, { withEvidence: true });
	const job = withOwnTexts(db, round, { kind: 'province', data, locale: language } as const);
	const issuer = { userId: viewer.id, origin: url.origin };
	const { word } = await issueWord(db, round, '', job, issuer, now);
	return downloadResponse(word, documentName(round.code, { ...job, subject: '' }, 'docx'));
};
