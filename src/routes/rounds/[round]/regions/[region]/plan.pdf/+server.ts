import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/subject.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { RequestHandler } from './$types';

/** With the target and the capacity that were chosen on the page, as in its table. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const { round, region, stored } = requireRegionAssessment(contextOf(locals, viewer), params);
	const language = (url.searchParams.get('lang') ?? locale) === 'en' ? 'en' : 'id';
	const choice = parsePlanChoice(url.searchParams, round, stored.instrument);
	const now = Date.now();
	const data = (await collectPlan(db, round, region.code, choice, now))!;
	const job = withOwnTexts(db, round, { kind: 'plan', data, locale: language } as const);
	const { pdf } = await issueReport(db, round, region.code, job, { userId: viewer.id, origin: url.origin }, now);
	return downloadResponse(pdf, documentName(round.code, { ...job, subject: region.code }, 'pdf'));
};
