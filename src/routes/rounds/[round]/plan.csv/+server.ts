import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { provincePlanCsv } from '#lib/server/plans/province/plan-csv.ts';
import { parseProvinceFilter, readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireOpenedRound, requireProvince } from '#lib/server/rounds/subject/guard-round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireOpenedRound(db, params.round, locale);
	const { steps } = await readProvincePlan(
		{ db, now: Date.now(), locale },
		round,
		parseProvinceFilter(url.searchParams)
	);
	const use = csvUseOf(url.searchParams);
	const name = documentName(round.code, { kind: 'plan', subject: '', locale }, 'csv');
	return downloadResponse(provincePlanCsv(round.code, steps, use), csvName(name, use));
};
