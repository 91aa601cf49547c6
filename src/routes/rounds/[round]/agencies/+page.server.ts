import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readAgencyList } from '#lib/server/insight/result/agency-list.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const round = requireRound(locals.db, params.round, locals.locale);
	return readAgencyList(locals.db, viewer, round, locals.locale);
};
