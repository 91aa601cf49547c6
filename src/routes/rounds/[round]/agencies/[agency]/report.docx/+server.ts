import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { maySeeEvidence } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { namedSubject } from '#lib/server/documents/kinds/named-subject.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import { issueWord } from '#lib/server/documents/verification/issue-report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(db, viewer, params, locale);
	const now = Date.now();
	const data = collectAgencyReport(db, assessment, now, maySeeEvidence(db, viewer, assessment));
	const language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const job = withOwnTexts(db, assessment.round, { kind: 'agency', data, locale: language } as const);
	const issuer = { userId: viewer.id, origin: url.origin };
	const { word } = await issueWord(db, assessment.round, params.agency, job, issuer, now);
	const subject = namedSubject(db, { ...job, subject: params.agency });
	return downloadResponse(word, documentName(params.round, { ...job, subject }, 'docx'));
};
