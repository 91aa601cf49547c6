import { listEarlierRounds, readThroughTime } from '#lib/server/insight/comparison/through-time.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const { comparable, others } = listEarlierRounds(db, viewer, round);
	const against = comparable.find(({ code }) => code === url.searchParams.get('against')) ?? comparable[0];
	return {
		earlier: comparable.map(({ code, name }) => ({ code, name })),
		others: others.map(({ name }) => name),
		time: against ? readThroughTime(contextOf(locals, viewer), round, against) : null
	};
};
