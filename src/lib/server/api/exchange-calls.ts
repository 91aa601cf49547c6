import type { Viewer } from '../auth/access.ts';
import { exportRows } from '../exchange/export-rows.ts';
import { importAnswers } from '../exchange/import-answers.ts';
import { describeImportFault, describePlace } from '../exchange/import-fault.ts';
import { toCsv, toJson, toXlsx } from '../exchange/write-table.ts';
import { m } from '#lib/paraglide/messages.js';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { Problem } from './problem.ts';
import { readText } from './request-body.ts';
import { requireRound } from './round-document.ts';

/** As much as the server takes at all; a round of 39 regions with long justifications has a tenth of it. */
const IMPORT_MAX_BYTES = 20 * 1024 * 1024;

const MEDIA_TYPES = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** Answers `GET` of an export: the answers that the viewer may read, as a file. */
export async function answerExport(
	{ locals, params }: ApiEvent<'round'>,
	viewer: Viewer,
	format: keyof typeof MEDIA_TYPES
): Promise<Response> {
	const round = requireRound(locals.db, params.round);
	const rows = exportRows(locals.db, viewer, round);
	if (format === 'xlsx')
		return answerFile(new Uint8Array(await toXlsx(rows, round.code)), format, `siap-${round.code}`);
	return answerFile(format === 'csv' ? toCsv(rows) : toJson(rows), format, `siap-${round.code}`);
}

/** A file to download, kept by nobody on the way. */
export function answerFile(
	body: string | Uint8Array<ArrayBuffer>,
	format: keyof typeof MEDIA_TYPES,
	name: string
): Response {
	return new Response(body, {
		headers: {
			'content-type': MEDIA_TYPES[format],
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${format}"`,
			'cache-control': 'private, no-cache'
		}
	});
}

/** Answers `POST` of an import. */
export async function answerImport(event: ApiEvent<'round'>, viewer: Viewer, now: number): Promise<Response> {
	requireApiPermission(viewer, 'answers.import');
	const { db, locale } = event.locals;
	const text = await readText(event, 'text/csv', IMPORT_MAX_BYTES);
	const result = importAnswers(db, viewer, event.params.round, text, now);
	switch (result.kind) {
		case 'imported':
			return answerJson({ written: result.written, unchanged: result.unchanged });
		case 'rejected': {
			const errors = result.faults.map((fault) => ({
				line: fault.line,
				column: fault.column,
				detail: describeImportFault(fault, locale)
			}));
			const first = describePlace(result.faults[0]!, locale);
			throw new Problem('import_rejected', { count: errors.length, first }, { errors });
		}
		case 'round_closed':
			throw new Problem('round_not_importable', { status: m[`round_status_${result.status}`]({}, { locale }) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw new Problem('round_missing', { round: event.params.round });
	}
}
