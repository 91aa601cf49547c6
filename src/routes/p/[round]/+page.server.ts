import { requirePublic } from '#lib/server/public/publication/require-public.ts';
import { roundData } from '../round-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { locale, ending } = await parent();
	const content = requirePublic(locals.db, params.round, locale, Date.now());
	return roundData(content, { base: `/p/${params.round}`, ending, origin: url.origin, locale });
};
