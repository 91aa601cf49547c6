import { CsvError, parse } from 'csv-parse/sync';
import { EXPORT_COLUMNS, type ExportColumn } from './columns.ts';
import type { ImportFault } from './import-fault.ts';

/** One line of the file: its cells by column, as written. */
export interface CsvRow {
	/** Line on which the row begins, from 1, the head included. */
	line: number;
	cells: Partial<Record<ExportColumn, string>>;
}

const IGNORED: ReadonlySet<ExportColumn> = new Set(['region_name', 'evidence_count', 'updated_at', 'updated_by']);
const NEEDED = EXPORT_COLUMNS.filter((column) => !IGNORED.has(column));
const LINE_END = /\r\n|\r|\n/g;

/** Reads CSV with the export's columns in any order, parted by comma or (as Indonesian spreadsheets save it) semicolon.
 *  @returns its rows without empty lines, and every fault of its form */
export function readCsv(text: string): { rows: CsvRow[]; faults: ImportFault[] } {
	const fail = (...faults: ImportFault[]) => ({ rows: [], faults });
	if (text.startsWith('PK\u0003\u0004')) return fail({ line: 1, column: null, code: 'file_is_workbook', params: {} });
	const records = splitRecords(text);
	if ('code' in records) return fail(records);
	const [head, ...body] = records;
	if (!head) return fail({ line: 1, column: null, code: 'file_empty', params: {} });
	const names = head.cells.map((name) => name.trim());
	const headFaults = checkHead(names, head.line);
	if (headFaults.length > 0) return fail(...headFaults);

	const faults: ImportFault[] = [];
	const rows = body.flatMap(({ line, cells }): CsvRow[] => {
		if (cells.length === names.length)
			return [{ line, cells: Object.fromEntries(names.map((name, at) => [name, cells[at]])) }];
		const params = { expected: names.length, found: cells.length };
		faults.push({ line, column: null, code: 'cell_count', params });
		return [];
	});
	return { rows, faults };
}

function splitRecords(text: string): { line: number; cells: string[] }[] | ImportFault {
	const firstLine = /^.*$/m.exec(text)?.[0] ?? '';
	try {
		const records = parse(text, {
			bom: true,
			delimiter: firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',',
			record_delimiter: ['\r\n', '\n', '\r'],
			relax_column_count: true
		});
		let next = 1;
		return records
			.map((cells) => {
				const line = next;
				next += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_END)?.length ?? 0), 0);
				return { line, cells };
			})
			.filter(({ cells }) => cells.some((cell) => cell !== ''));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = 'lines' in error ? Number(error.lines) : 1;
		return { line, column: null, code: 'csv_syntax', params: { detail: error.code } };
	}
}

function checkHead(names: readonly string[], line: number): ImportFault[] {
	const known = new Set<string>(EXPORT_COLUMNS);
	return [
		...names
			.filter((name) => !known.has(name))
			.map((name): ImportFault => ({ line, column: name, code: 'column_unknown', params: { name } })),
		...names
			.filter((name, at) => known.has(name) && names.indexOf(name) !== at)
			.map((name): ImportFault => ({ line, column: name, code: 'column_twice', params: { name } })),
		...NEEDED.filter((name) => !names.includes(name)).map((name): ImportFault => ({
			line,
			column: name,
			code: 'column_missing',
			params: { name }
		}))
	];
}
