import { readHistoryPage } from '#lib/server/fieldwork/history/history-page.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireAssessment } from '#lib/server/rounds/subject/subject.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const assessment = requireAssessment(contextOf(locals, viewer), params);
	return { history: readHistoryPage(contextOf(locals, viewer), assessment, params.indicator) };
};
