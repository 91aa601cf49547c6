import { listPublicRounds } from '#lib/server/public/publication/find-public.ts';
import { publicContent } from '#lib/server/public/publication/public-content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	rounds: listPublicRounds(locals.db, Date.now())
		.filter(({ intact }) => intact)
		.map((round) => {
			const { view } = publicContent(round, locals.locale);
			const { code, name, province, publishedAt, sample, total, target, provisional, notAssessed, classes } = view;
			return { code, name, province, publishedAt, sample, total, target, provisional, notAssessed, classes };
		})
});
