import type { Viewer } from '#lib/server/people/access/access.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describeImportFault, describePlace } from '#lib/server/public/exchange/import-fault.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { m } from '#lib/paraglide/messages.js';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { Problem } from './problem.ts';
import { readText } from './request-body.ts';
import { requireRound } from './round-document.ts';

/** As much as the server takes at all; a round of 39 regions with long justifications has a tenth of it. */
const IMPORT_MAX_BYTES = 20 * 1024 * 1024;

/** Answers `GET` of an export: the answers that the viewer may read, as a file. */
export async function answerExport(
	{ locals, params }: ApiEvent<'round'>,
	viewer: Viewer,
	format: 'csv' | 'json' | 'xlsx'
): Promise<Response> {
	const round = requireRound(locals.db, params.round);
	const rows = exportRows(locals.db, viewer, round);
	const written = { csv: () => toCsv(rows), json: () => toJson(rows), xlsx: () => toXlsx(rows, round.code) };
	return downloadResponse(await written[format](), `siap-${round.code}.${format}`);
}

/** Answers `POST` of an import. */
export async function answerImport(event: ApiEvent<'round'>, viewer: Viewer, now: number): Promise<Response> {
	requireApiPermission(viewer, 'answers.import');
	const { db, locale } = event.locals;
	const text = await readText(event, 'text/csv', IMPORT_MAX_BYTES);
	const result = importAnswers({ db, actor: viewer, now }, event.params.round, text);
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
