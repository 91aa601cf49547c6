import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readRegionVisit } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import { maySeeEvidence } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { requireAssessment } from '#lib/server/rounds/subject/subject.ts';
import { moveFromForm } from '#lib/server/fieldwork/steps/move-form.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { readResultPage } from '#lib/server/insight/result/result-page.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAssessment(contextOf(locals, viewer), params);
	return {
		result: readResultPage(db, viewer, assessment, locale),
		maySeeEvidence: maySeeEvidence(db, viewer, assessment),
		next: readNextSteps(db, viewer, assessment),
		visit: assessment.agency
			? null
			: readRegionVisit(contextOf(locals, viewer), assessment.round, assessment.region.code, isoDay(Date.now()))
	};
};

export const actions: Actions = {
	move: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const context = contextOf(locals, viewer);
		const { region, agency } = requireAssessment(context, params);
		const key = { round: params.round, region: region.code, agency: agency?.id ?? null };
		return moveFromForm(context, key, await request.formData());
	}
};
