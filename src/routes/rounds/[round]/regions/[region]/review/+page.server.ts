import { newRequestId } from '#lib/components/answer/request-id.ts';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { discussFromForm } from '#lib/server/fieldwork/clarifications/discussion-form.ts';
import { readChoice, readReview, settlingTrackOf } from '#lib/server/fieldwork/review/read-review.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(db, viewer, params, locale, 'review.read');
	const choice = readChoice(url.searchParams, assessment.stored.instrument);
	const now = Date.now();
	return { review: readReview(db, viewer, assessment, choice, locale, now), requestBase: newRequestId(), now };
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = { round: params.round, region: params.region, agency: null };
		return savePlainForm(locals.db, viewer, key, await request.formData(), Date.now(), settlingTrackOf(viewer, false));
	},
	discuss: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = { round: params.round, region: params.region, agency: null };
		return discussFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	}
};
