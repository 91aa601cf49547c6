import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readMyWork } from '#lib/server/my-work/my-work.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const viewer = requireViewer(locals, url);
	return { work: readMyWork(locals.db, viewer, Date.now()), role: viewer.role };
};
