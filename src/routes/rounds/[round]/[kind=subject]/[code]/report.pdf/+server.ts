import { requireViewer } from '#lib/server/people/auth/require.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { requireAssessment } from '#lib/server/rounds/subject/subject.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { namedSubject } from '#lib/server/documents/kinds/named-subject.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import { reportJob } from '../report-job.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const context = contextOf(locals, requireViewer(locals, url));
	const assessment = requireAssessment(context, params);
	const job = await reportJob(context, assessment, url.searchParams.get('lang') === 'en' ? 'en' : 'id');
	const issuer = { userId: context.actor.id, origin: url.origin };
	const { pdf } = await issueReport(locals.db, assessment.round, params.code, job, issuer, context.now);
	const subject = namedSubject(locals.db, { ...job, subject: params.code });
	return downloadResponse(pdf, documentName(params.round, { ...job, subject }, 'pdf'));
};
