import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { excelText } from '#lib/server/foundation/files/excel-text.ts';
import { writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import { EXPORT_COLUMNS } from './columns.ts';

/** The rows as CSV for a use. */
export function toCsv(rows: readonly ExportedAnswer[], use?: CsvUse): string {
	return writeCsv({ columns: EXPORT_COLUMNS, rows }, use);
}

/** The rows as JSON, an array of objects with the columns' names. */
export function toJson(rows: readonly ExportedAnswer[]): string {
	return JSON.stringify(rows, null, '\t') + '\n';
}

/** The rows as a workbook of one sheet. Its cells say themselves what they hold: text is the text, whatever it begins
 *  with, and region 99.10 does not become 99.1. */
export async function toXlsx(rows: readonly ExportedAnswer[], sheet: string): Promise<Buffer> {
	const { default: writeSheet } = await import('write-excel-file/node');
	const head = EXPORT_COLUMNS.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }));
	const body = rows.map((row) => EXPORT_COLUMNS.map((column) => toCell(row[column])));
	return writeSheet([head, ...body], { sheet, stickyRowsCount: 1 }).toBuffer();
}

function toCell(value: string | number | boolean | null) {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { value, type: Number };
	// kept as text also when it is typed over
	return { value: excelText(String(value)), type: String, format: '@' };
}
