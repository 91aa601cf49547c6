import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { maySeeEvidence } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(db, viewer, params, locale);
	const now = Date.now();
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const how = { withEvidence: maySeeEvidence(db, viewer, assessment) };
	const data = await collectRegionReport(db, assessment, now, how);
	const job = withOwnTexts(db, assessment.round, { kind: 'region', data, locale: language } as const);
	const issuer = { userId: viewer.id, origin: url.origin };
	const { pdf } = await issueReport(db, assessment.round, params.region, job, issuer, now);
	return downloadResponse(pdf, documentName(params.round, { ...job, subject: params.region }, 'pdf'));
};
