import { requireViewer } from '#lib/server/auth/require.ts';
import { downloadResponse } from '#lib/server/download-response.ts';
import { maySeeEvidence } from '#lib/server/evidence/evidence-panel.ts';
import { withOwnTexts } from '#lib/server/report-texts/own-texts.ts';
import { collectAgencyReport } from '#lib/server/reports/collect-agency.ts';
import { documentName } from '#lib/server/reports/document-name.ts';
import { namedSubject } from '#lib/server/reports/named-subject.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/guard-round.ts';
import { issueReport } from '#lib/server/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(db, viewer, params, locale);
	const now = Date.now();
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const data = collectAgencyReport(db, assessment, now, maySeeEvidence(db, viewer, assessment));
	const job = withOwnTexts(db, assessment.round, { kind: 'agency', data, locale: language } as const);
	const issuer = { userId: viewer.id, origin: url.origin };
	const { pdf } = await issueReport(db, assessment.round, params.agency, job, issuer, now);
	const subject = namedSubject(db, { ...job, subject: params.agency });
	return downloadResponse(pdf, documentName(params.round, { ...job, subject }, 'pdf'));
};
