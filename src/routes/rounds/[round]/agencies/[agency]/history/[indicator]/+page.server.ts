import { readHistoryPage } from '#lib/server/fieldwork/history/history-page.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireAgencyAssessment } from '#lib/server/rounds/subject/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const assessment = requireAgencyAssessment(locals.db, viewer, params, locals.locale);
	return { history: readHistoryPage(locals.db, viewer, assessment, params.indicator, locals.locale) };
};
