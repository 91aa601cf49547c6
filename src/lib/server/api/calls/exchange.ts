import { say } from '#lib/words/say.ts';
import { answerDownload } from '#lib/server/foundation/http/download-response.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describeImportFault, describePlace } from '#lib/server/public/exchange/import-fault.ts';
import { makeExport } from '#lib/server/public/exchange/make-export.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { type Asked, call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { bytesBody } from '../request-body.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Bytes that the server takes at all; a round of 39 regions with long justifications has a tenth of it. */
const IMPORT_MAX_BYTES = 20 * 1024 * 1024;

export const EXCHANGE_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/export.csv',
		summary: 'The answers that you may read, one row an answer and track.',
		query: shape.CsvQuery,
		answer: CSV,
		problems: [400, 404],
		async call({ db, viewer, params, query }) {
			const round = requireRound(db, params.round);
			const file = await makeExport(db, viewer, round, { format: 'csv', use: query.for });
			return answerDownload(file, csvName(`siap-${round.code}`, query.for));
		}
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/export.xlsx',
		summary: 'The same as a workbook.',
		answer: XLSX,
		problems: [404],
		call: (asked) => answerExport(asked, 'xlsx')
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/export.json',
		summary: 'The same as JSON.',
		answer: shape.ExportedRows,
		problems: [404],
		call: (asked) => answerExport(asked, 'json')
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/import',
		summary:
			'Takes over a CSV in the columns of the export, all rows or none; each bad row is named in `errors`. Read as the ' +
			'page of exchange does: UTF-8, UTF-16 or Windows-1252; parted by comma, semicolon, tab or what a line `sep=` says.',
		permission: 'answers.import',
		body: bytesBody(CSV, IMPORT_MAX_BYTES),
		answer: shape.Imported,
		problems: [400, 403, 404, 409, 413, 415, 422],
		call: answerImport
	})
].flat();

type RoundPath = '/rounds/{round}';

async function answerExport(
	{ db, viewer, params }: Asked<RoundPath, unknown>,
	format: 'xlsx' | 'json'
): Promise<Answer> {
	const round = requireRound(db, params.round);
	return answerDownload(await makeExport(db, viewer, round, { format }), `siap-${round.code}.${format}`);
}

function answerImport({ db, viewer, locale, params, body, now }: Asked<RoundPath, unknown, Uint8Array>): Answer {
	const result = importAnswers({ db, actor: viewer, now }, params.round, body);
	if (result.kind === 'imported') {
		const { kind: _, ...imported } = result;
		return answerJson(imported);
	}
	throw problemOf(result, {
		missing: () => new Problem('round_missing', { round: params.round }),
		round_closed: ({ status }) =>
			new Problem('round_not_importable', { status: say(locale)[`round_status_${status}`]({}) }),
		rejected: ({ faults }) => {
			const errors = faults.map((fault) => ({
				line: fault.line,
				column: fault.column,
				detail: describeImportFault(fault, locale)
			}));
			const first = describePlace(faults[0]!, locale);
			return new Problem('import_rejected', { count: errors.length, first }, { errors });
		}
	});
}
