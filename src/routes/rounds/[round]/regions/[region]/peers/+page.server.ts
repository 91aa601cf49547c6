import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readPeers } from '#lib/server/insight/peers/read-peers.ts';
import { setSharing } from '#lib/server/fieldwork/sharing/sharing.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/subject.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(contextOf(locals, viewer), params);
	return readPeers(contextOf(locals, viewer), assessment);
};

export const actions: Actions = {
	share: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const agrees = (await request.formData()).get('agrees') === '1';
		unlessRefused(setSharing(contextOf(locals, viewer), params, agrees), locals.locale);
	}
};
