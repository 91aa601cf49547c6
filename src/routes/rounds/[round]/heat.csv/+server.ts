import { heatCsv } from '#lib/server/analysis/heat-csv.ts';
import { parseHeatChoice, readHeat } from '#lib/server/analysis/heat.ts';
import { requireViewer } from '#lib/server/auth/require.ts';
import { downloadResponse } from '#lib/server/download-response.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import { roundInstrument } from '#lib/server/rounds/round-content.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const choice = parseHeatChoice(url.searchParams, roundInstrument(db, round, 'region').instrument);
	const heat = await readHeat(db, viewer, round, choice, locale);
	return downloadResponse(heatCsv(round.code, heat), `pola-${round.code}.csv`);
};
