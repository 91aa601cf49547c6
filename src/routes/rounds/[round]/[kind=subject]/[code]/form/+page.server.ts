import { loadFrame } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { requireAssessment, subjectKey } from '#lib/server/rounds/subject/subject.ts';
import { moveFromForm } from '#lib/server/fieldwork/steps/move-form.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const key = subjectKey(locals, params);
	const { frame } = unlessRefused(loadFrame(locals.db, viewer, key, locals.locale), locals.locale);
	const assessment = requireAssessment(contextOf(locals, viewer), params);
	return { frame, next: readNextSteps(locals.db, viewer, assessment) };
};

export const actions: Actions = {
	move: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return moveFromForm(contextOf(locals, viewer), key, await request.formData());
	}
};
