import { parseHeatChoice, readHeat } from '#lib/server/insight/patterns/heat.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const choice = parseHeatChoice(url.searchParams, roundInstrument(db, round, 'region').instrument);
	return readHeat(contextOf(locals, viewer), round, choice);
};
