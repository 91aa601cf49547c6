import { requireViewer } from '#lib/server/people/auth/require.ts';
import { maySeeEvidence } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import { moveFromForm } from '#lib/server/fieldwork/steps/move-form.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { readResultPage } from '#lib/server/insight/result/result-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(db, viewer, params, locale);
	return {
		result: readResultPage(db, viewer, assessment, locale),
		maySeeEvidence: maySeeEvidence(db, viewer, assessment),
		next: readNextSteps(db, viewer, assessment)
	};
};

export const actions: Actions = {
	move: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const { region } = requireAgencyAssessment(locals.db, viewer, params, locals.locale);
		const key = { round: params.round, region: region.code, agency: params.agency };
		return moveFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	}
};
