import { publicMap } from '#lib/components/publication/public-map.ts';
import { forScreen } from '#lib/server/places/boundaries/boundaries.ts';
import { requirePublic } from '#lib/server/public/publication/require-public.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { locale, ending } = await parent();
	const { view, boundaries } = requirePublic(locals.db, params.round, locale, Date.now());
	const base = `/p/${params.round}`;
	const { code, name, sample, classes, provisional, notAssessed, total, target } = view;
	return {
		view: { code, name, sample, classes, provisional, notAssessed, total, target },
		map: publicMap(view, boundaries && forScreen(boundaries), { base, ending }, locale),
		/** Maker of the boundaries, written out because it is small on a narrow map; null = tiles. */
		credit: boundaries?.credit ?? null,
		base
	};
};
