import { readHistoryPage } from '#lib/server/audit/history-page.ts';
import { requireViewer } from '#lib/server/auth/require.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(locals.db, viewer, params, locals.locale);
	return { history: readHistoryPage(locals.db, viewer, assessment, params.indicator, locals.locale) };
};
