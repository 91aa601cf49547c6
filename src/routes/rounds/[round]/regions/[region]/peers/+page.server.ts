import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readPeers } from '#lib/server/insight/peers/read-peers.ts';
import { setSharing } from '#lib/server/fieldwork/sharing/sharing.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(db, viewer, params, locale);
	return readPeers(db, viewer, assessment, Date.now(), locale);
};

export const actions: Actions = {
	share: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const agrees = (await request.formData()).get('agrees') === '1';
		const result = setSharing(locals.db, viewer, params, agrees, Date.now());
		if (result.kind === 'missing') error(404, m.common_not_found());
		if (result.kind === 'forbidden') error(403, m.common_forbidden());
	}
};
