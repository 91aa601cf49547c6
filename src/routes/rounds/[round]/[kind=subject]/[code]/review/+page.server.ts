import { newRequestId } from '#lib/components/answer/request-id.ts';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { discussFromForm } from '#lib/server/fieldwork/clarifications/discussion-form.ts';
import { readChoice, readReview, settlingTrackOf } from '#lib/server/fieldwork/review/read-review.ts';
import { requireAssessment, subjectKey } from '#lib/server/rounds/subject/subject.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAssessment(contextOf(locals, viewer), params, 'review.read');
	const choice = readChoice(url.searchParams, assessment.stored.instrument);
	const now = Date.now();
	return {
		review: readReview({ db, actor: viewer, locale, now }, assessment, choice),
		requestBase: newRequestId(),
		now
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		const track = settlingTrackOf(viewer, key.agency !== null);
		return savePlainForm(contextOf(locals, viewer), key, await request.formData(), track);
	},
	discuss: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return discussFromForm(contextOf(locals, viewer), key, await request.formData());
	}
};
