import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { exportRows, type ExportRow } from '#lib/server/public/exchange/export-rows.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { RequestHandler } from './$types';

const FORMATS = {
	// The mark at the beginning tells Excel that the letters are UTF-8.
	csv: (rows: ExportRow[]) => `\uFEFF${toCsv(rows)}`,
	json: toJson,
	xlsx: toXlsx
};

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'answers.import', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const { format } = params;
	if (!isFormat(format)) error(404, m.common_not_found());
	const written = await FORMATS[format](exportRows(locals.db, viewer, round), round.code);
	return downloadResponse(written, `siap-${round.code}.${format}`);
};

function isFormat(format: string): format is keyof typeof FORMATS {
	return Object.hasOwn(FORMATS, format);
}
