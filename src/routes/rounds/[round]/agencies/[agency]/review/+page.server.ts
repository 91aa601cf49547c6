import { error } from '@sveltejs/kit';
import { newRequestId } from '#lib/components/answer/request-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { agencyKey } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { discussFromForm } from '#lib/server/fieldwork/clarifications/discussion-form.ts';
import { readChoice, readReview, settlingTrackOf } from '#lib/server/fieldwork/review/read-review.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(db, viewer, params, locale, 'review.read');
	const choice = readChoice(url.searchParams, assessment.stored.instrument);
	const now = Date.now();
	return { review: readReview(db, viewer, assessment, choice, locale, now), requestBase: newRequestId(), now };
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
		return savePlainForm(locals.db, viewer, key, await request.formData(), Date.now(), settlingTrackOf(viewer, true));
	},
	discuss: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
		return discussFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	}
};
