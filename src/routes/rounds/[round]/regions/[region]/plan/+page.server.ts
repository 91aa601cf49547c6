import { requireViewer } from '#lib/server/people/auth/require.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { readRegionPlan } from '#lib/server/plans/plan/region-plan.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/subject.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const assessment = requireRegionAssessment({ db, actor: requireViewer(locals, url), locale }, params);
	const choice = parsePlanChoice(url.searchParams, assessment.round, assessment.stored.instrument);
	const { code, name } = assessment.region;
	return {
		region: { code, name },
		capacityRefused: choice.capacityRefused,
		...readRegionPlan({ db, now: Date.now(), locale }, assessment, choice)
	};
};
