import { redirect } from '@sveltejs/kit';
import { compareRegions, parseRegions } from '#lib/server/insight/comparison/compare-regions.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const codes = parseRegions(url.searchParams);
	// a plain form names each region by itself; the address that people pass on has them in one
	if (url.searchParams.getAll('regions').length > 1)
		redirect(303, `/rounds/${round.code}/compare?regions=${codes.join(',')}`);
	return { codes, ...compareRegions(contextOf(locals, viewer), round, codes) };
};
