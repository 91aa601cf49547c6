import { error } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { doubleCsv } from '#lib/server/fieldwork/double-scoring/double-csv.ts';
import { compareItems } from '#lib/server/fieldwork/double-scoring/results.ts';
import { chooseSample } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	requirePermission(locals, 'double.read', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const sample = chooseSample(locals.db, round.id, url.searchParams.get('sample'));
	if (!sample) error(404, say(locals.locale).double_samples_none({}));
	const use = csvUseOf(url.searchParams);
	const csv = doubleCsv(round.code, sample.seed, compareItems(locals.db, sample), use);
	return downloadResponse(csv, csvName(`penilaian-ganda-${round.code}-${sample.id}`, use));
};
