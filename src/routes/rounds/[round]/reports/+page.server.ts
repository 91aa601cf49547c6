import { requireViewer } from '#lib/server/auth/require.ts';
import { listScored } from '#lib/server/assessments/results.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const round = requireRound(locals.db, params.round, locals.locale);
	return {
		language: (url.searchParams.get('lang') ?? locals.locale) === 'en' ? ('en' as const) : ('id' as const),
		regions: listScored(locals.db, viewer, round).map(({ region, result }) => ({
			code: region.code,
			name: region.name,
			status: result.status,
			index: result.index,
			provisional: result.provisional
		}))
	};
};
