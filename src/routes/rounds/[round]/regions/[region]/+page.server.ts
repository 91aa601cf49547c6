import { requireViewer } from '#lib/server/auth/require.ts';
import { requireRegionAssessment } from '#lib/server/rounds/guard-round.ts';
import { moveFromForm } from '#lib/server/rounds/move-form.ts';
import { readNextSteps } from '#lib/server/rounds/next-steps.ts';
import { readResultPage } from '#lib/server/rounds/result-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(db, viewer, params, locale);
	return {
		result: readResultPage(db, viewer, assessment, locale),
		next: readNextSteps(db, viewer, assessment)
	};
};

export const actions: Actions = {
	move: async ({ locals, params, request }) => {
		const viewer = requireViewer(locals);
		const key = { round: params.round, region: params.region, agency: null };
		return moveFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	}
};
