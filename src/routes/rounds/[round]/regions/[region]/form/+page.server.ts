import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { loadFrame } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import { moveFromForm } from '#lib/server/fieldwork/steps/move-form.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const key = { round: params.round, region: params.region, agency: null };
	const frame = loadFrame(locals.db, viewer, key, locals.locale);
	if (frame === 'missing') error(404, m.common_not_found());
	if (frame === 'forbidden') error(403, m.common_forbidden());
	const assessment = requireRegionAssessment(locals.db, viewer, params, locals.locale);
	return { frame, next: readNextSteps(locals.db, viewer, assessment) };
};

export const actions: Actions = {
	move: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = { round: params.round, region: params.region, agency: null };
		return moveFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	}
};
