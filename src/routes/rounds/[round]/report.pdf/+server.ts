import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { collectJob } from '#lib/server/documents/jobs/collect-job.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireOpenedRound, requireProvince } from '#lib/server/rounds/subject/guard-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	requireProvince(viewer, locale);
	const round = requireOpenedRound(db, params.round, locale);
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const now = Date.now();
	const job = (await collectJob(db, viewer, round, { kind: 'province', subject: '', locale: language }, now))!;
	const { pdf } = await issueReport(db, round, '', job, { userId: viewer.id, origin: url.origin }, now);
	return downloadResponse(pdf, documentName(round.code, { ...job, subject: '' }, 'pdf'));
};
