import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { EXPORT_FORMATS, makeExport } from '#lib/server/public/exchange/make-export.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { RequestHandler } from './$types';

/** Byte order mark, which tells Excel that the letters are UTF-8. */
const MARK = Buffer.from('\uFEFF');

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'answers.import', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const format = EXPORT_FORMATS.find((known) => known === params.format) ?? error(404, m.common_not_found());
	const use = csvUseOf(url.searchParams);
	const written = await makeExport(locals.db, viewer, round, { format, use });
	if (format !== 'csv') return downloadResponse(written, `siap-${round.code}.${format}`);
	// the form for a spreadsheet has its mark already
	const file = use === 'programs' ? Buffer.concat([MARK, written]) : written;
	return downloadResponse(file, csvName(`siap-${round.code}`, use));
};
