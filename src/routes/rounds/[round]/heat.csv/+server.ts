import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { heatCsv } from '#lib/server/insight/patterns/heat-csv.ts';
import { parseHeatChoice, readHeat } from '#lib/server/insight/patterns/heat.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const choice = parseHeatChoice(url.searchParams, roundInstrument(db, round, 'region').instrument);
	const heat = await readHeat(contextOf(locals, viewer), round, choice);
	const use = csvUseOf(url.searchParams);
	return downloadResponse(heatCsv(round.code, heat, use), csvName(`pola-${round.code}`, use));
};
