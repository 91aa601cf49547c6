import { stringify } from 'csv-stringify/sync';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import { guardText } from '#lib/domain/tables/guard-text.ts';

export type CsvCell = string | number | boolean | null | undefined;

/** A table before it is written, rows by the names of its columns. */
export interface CsvTable<Column extends string> {
	columns: readonly Column[];
	rows: readonly Readonly<Partial<Record<Column, CsvCell>>>[];
	/** Whether the form for programs too begins with the mark that tells spreadsheets it is UTF-8. */
	marked?: boolean;
}

const FORMS = {
	programs: { delimiter: ',', record_delimiter: '\n', decimal: '.' },
	spreadsheet: { delimiter: ';', record_delimiter: '\r\n', decimal: ',' }
} as const satisfies Record<CsvUse, object>;

/** Writes a table as CSV in UTF-8 for a use. Figures are unrounded, with the decimal sign of the use; text that a
 *  spreadsheet would take for a formula is guarded; a cell that holds a line end stands in quotes; null is empty. */
export function writeCsv<Column extends string>(
	{ columns, rows, marked = false }: CsvTable<Column>,
	use: CsvUse = 'programs'
): string {
	const { decimal, ...form } = FORMS[use];
	const cell = (value: CsvCell) => {
		if (typeof value === 'string') return guardText(value);
		return typeof value === 'number' ? String(value).replace('.', decimal) : String(value ?? '');
	};
	return stringify(
		rows.map((row) => columns.map((column) => cell(row[column]))),
		{
			...form,
			header: true,
			columns: [...columns],
			bom: marked || use === 'spreadsheet',
			quoted_match: /[\r\n]/
		}
	);
}

/** Name of a CSV that says what it is for: `plan.csv` for programs, `plan-lembar-sebar.csv` for a spreadsheet. */
export function csvName(name: string, use: CsvUse): `${string}.csv` {
	return `${name.replace(/\.csv$/, '')}${use === 'spreadsheet' ? '-lembar-sebar' : ''}.csv`;
}
