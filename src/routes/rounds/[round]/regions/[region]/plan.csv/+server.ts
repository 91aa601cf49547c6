import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { regionPlanCsv } from '#lib/server/plans/province/plan-csv.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { readRegionPlan } from '#lib/server/plans/plan/region-plan.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/subject.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const assessment = requireRegionAssessment({ db, actor: requireViewer(locals, url), locale }, params);
	const { round, region, stored } = assessment;
	const choice = parsePlanChoice(url.searchParams, round, stored.instrument);
	const { plan } = readRegionPlan({ db, now: Date.now(), locale }, assessment, choice);
	const use = csvUseOf(url.searchParams);
	const name = documentName(round.code, { kind: 'plan', subject: region.code, locale }, 'csv');
	return downloadResponse(regionPlanCsv(round.code, region, plan?.rows ?? [], use), csvName(name, use));
};
