import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRoundSummaries } from '#lib/server/public/life/manage-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'round.manage', url);
	return { rounds: listRoundSummaries(locals.db) };
};
