import { requireViewer } from '#lib/server/people/auth/require.ts';
import { parseProvinceFilter, readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireRound(db, params.round, locale);
	const only = parseProvinceFilter(url.searchParams);
	return {
		only,
		capacity: round.dailyCapacity,
		...(await readProvincePlan({ db, now: Date.now(), locale }, round, only))
	};
};
