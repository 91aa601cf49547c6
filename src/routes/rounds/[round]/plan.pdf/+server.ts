import { requireViewer } from '#lib/server/auth/require.ts';
import { downloadResponse } from '#lib/server/download-response.ts';
import { collectJob } from '#lib/server/reports/collect-job.ts';
import { documentName } from '#lib/server/reports/document-name.ts';
import { requireOpenedRound, requireProvince } from '#lib/server/rounds/guard-round.ts';
import { issueReport } from '#lib/server/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	requireProvince(viewer, locale);
	const round = requireOpenedRound(db, params.round, locale);
	const language = (url.searchParams.get('lang') ?? locale) === 'en' ? 'en' : 'id';
	const now = Date.now();
	const job = (await collectJob(db, viewer, round, { kind: 'plan', subject: '', locale: language }, now))!;
	const { pdf } = await issueReport(db, round, '', job, { userId: viewer.id, origin: url.origin }, now);
	return downloadResponse(pdf, documentName(round.code, { ...job, subject: '' }, 'pdf'));
};
