import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/auth/require.ts';
import { exportRows, type ExportRow } from '#lib/server/exchange/export-rows.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/exchange/write-table.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import type { RequestHandler } from './$types';

const FORMATS: Record<
	string,
	{ type: string; write: (rows: ExportRow[], name: string) => BodyInit | Promise<BodyInit> }
> = {
	// The mark at the beginning tells Excel that the letters are UTF-8.
	csv: { type: 'text/csv; charset=utf-8', write: (rows) => `\uFEFF${toCsv(rows)}` },
	json: { type: 'application/json', write: toJson },
	xlsx: {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		write: async (rows, name) => new Uint8Array(await toXlsx(rows, name))
	}
};

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'answers.import', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const format = FORMATS[params.format] ?? error(404, m.common_not_found());
	return new Response(await format.write(exportRows(locals.db, viewer, round), round.code), {
		headers: {
			'content-type': format.type,
			'content-disposition': `attachment; filename="siap-${round.code}.${params.format}"`
		}
	});
};
