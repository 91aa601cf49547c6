import { error } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { requirePublic } from '#lib/server/public/publication/require-public.ts';
import { regionData } from '../../region-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { locale, ending } = await parent();
	const { view } = requirePublic(locals.db, params.round, locale, Date.now());
	const data = regionData(view, params.region) ?? error(404, say(locale).publication_missing({}));
	return { ...data, base: `/p/${params.round}`, ending };
};
