import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { readDoubleResults } from '#lib/server/fieldwork/double-scoring/results.ts';
import { chooseSample } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	requirePermission(locals, 'double.read', url);
	const round = requireRound(db, params.round, locale);
	const wanted = url.searchParams.get('sample');
	const sample = chooseSample(db, round.id, wanted);
	if (!sample && wanted !== null) error(404, m.common_not_found());
	return { sample, results: sample && readDoubleResults(db, round, sample, locale) };
};
