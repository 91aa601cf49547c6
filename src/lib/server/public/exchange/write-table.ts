import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { stringify } from 'csv-stringify/sync';
import { EXPORT_COLUMNS, type ExportColumn, guardText } from './columns.ts';
import { excelText } from '#lib/server/foundation/files/excel-text.ts';

/** A cell of a row, text guarded (`guardText`), numbers and flags as they are. */
function guarded(row: ExportedAnswer, column: ExportColumn): string | number | boolean | null {
	const value = row[column];
	return typeof value === 'string' ? guardText(value) : value;
}

/** The rows as CSV: UTF-8 without a mark, comma, lines end in LF, every cell that holds a line end in quotes. */
export function toCsv(rows: readonly ExportedAnswer[]): string {
	return stringify(
		rows.map((row) => EXPORT_COLUMNS.map((column) => guarded(row, column))),
		{
			header: true,
			columns: [...EXPORT_COLUMNS],
			cast: { boolean: (value) => String(value) },
			quoted_match: /[\r\n]/
		}
	);
}

/** The rows as JSON, an array of objects with the columns' names; text is not guarded, for nothing calculates here. */
export function toJson(rows: readonly ExportedAnswer[]): string {
	return JSON.stringify(rows, null, '\t') + '\n';
}

/** The rows as a workbook of one sheet; codes stay text, so that region 99.10 does not become 99.1. */
export async function toXlsx(rows: readonly ExportedAnswer[], sheet: string): Promise<Buffer> {
	const { default: writeSheet } = await import('write-excel-file/node');
	const head = EXPORT_COLUMNS.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }));
	const body = rows.map((row) => EXPORT_COLUMNS.map((column) => toCell(guarded(row, column))));
	return writeSheet([head, ...body], { sheet, stickyRowsCount: 1 }).toBuffer();
}

function toCell(value: string | number | boolean | null) {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { value, type: Number };
	return { value: excelText(String(value)), type: String };
}
