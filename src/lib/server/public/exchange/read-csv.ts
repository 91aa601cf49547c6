import { CsvError, parse } from 'csv-parse/sync';
import { decodeTable, type TextEncoding } from '#lib/domain/tables/decode-text.ts';
import { EXPORT_COLUMNS, type ExportColumn } from './columns.ts';
import type { FaultBody, ImportFault } from './import-fault.ts';

/** One line of the file: its cells by column, as written. */
export interface CsvRow {
	/** Line on which the row begins, from 1, the head included. */
	line: number;
	cells: Partial<Record<ExportColumn, string>>;
}

export interface CsvContent {
	/** Rows without empty lines. */
	rows: CsvRow[];
	/** Every fault of the file's form. */
	faults: ImportFault[];
	/** How its letters were written; null where that cannot be told. */
	encoding: TextEncoding | null;
}

interface Line {
	line: number;
	cells: string[];
}

const IGNORED: ReadonlySet<string> = new Set<ExportColumn>([
	'region_name',
	'evidence_count',
	'updated_at',
	'updated_by'
]);
const KNOWN: ReadonlySet<string> = new Set(EXPORT_COLUMNS);
const NEEDED = EXPORT_COLUMNS.filter((column) => !IGNORED.has(column));
const LINE_END = /\r\n|\r|\n/g;
/** Beginnings of Excel's files, the newer a ZIP and the older an OLE file. */
const WORKBOOKS = [
	[0x50, 0x4b, 0x03, 0x04],
	[0xd0, 0xcf, 0x11, 0xe0]
];
/** Line by which spreadsheets are told the separator. */
const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?[;,\t]*(?:\r\n|\n|\r|$)/i;
const SEPARATORS = [',', ';', '\t'];
/** Letters of a first line that a fault repeats. */
const MOST_SHOWN = 40;

/** Reads a CSV with the export's columns in any order, as programs and spreadsheets write it: each Unicode and the code
 *  page of Windows, parted by comma, semicolon, tab or what a line `sep=` says, filled with empty columns and rows. */
export function readCsv(bytes: Uint8Array): CsvContent {
	const fail = (...faults: ImportFault[]): CsvContent => ({ rows: [], faults, encoding: null });
	const failWhole = (fault: FaultBody) => fail({ line: 1, column: null, ...fault });
	if (WORKBOOKS.some((begin) => begin.every((byte, at) => bytes[at] === byte)))
		return failWhole({ code: 'file_is_workbook', params: {} });
	const decoded = decodeTable(bytes);
	if ('fault' in decoded) return failWhole({ code: 'file_unreadable', params: { fault: decoded.fault } });
	const records = splitRecords(decoded.text);
	if ('code' in records) return fail(records);
	const [head, ...body] = records;
	if (!head) return failWhole({ code: 'file_empty', params: {} });
	const names = withoutEmptyEnd(head.cells.map((name) => name.trim()));
	if (names.length === 1 && !KNOWN.has(names[0]!)) {
		const found = names[0]!.slice(0, MOST_SHOWN);
		return fail({ line: head.line, column: null, code: 'separator_unknown', params: { found } });
	}
	const headFaults = checkHead(names, head.line);
	if (headFaults.length > 0) return fail(...headFaults);

	const read = body.map((record) => nameCells(record, names, head.cells.length));
	return {
		rows: read.flatMap((row) => ('cells' in row ? [row] : [])),
		faults: read.flatMap((row) => ('cells' in row ? [] : [row])),
		encoding: decoded.encoding
	};
}

/** Names the cells of a line. Spreadsheets add empty columns to all lines, the head too, and leave out empty cells at
 *  the end of one; only a cell that would be read must not be missing. A cell more than the head has comes from a
 *  separator in a text without quotes, of which nothing may be cut off.
 *  @param width cells of the head, empty ones too */
function nameCells({ line, cells }: Line, names: readonly string[], width: number): CsvRow | ImportFault {
	const isLong =
		withoutEmptyEnd(cells).length > names.length || (cells.length > names.length && cells.length !== width);
	if (isLong || names.slice(cells.length).some((name) => !IGNORED.has(name))) {
		const params = { expected: names.length, found: cells.length };
		return { line, column: null, code: 'cell_count', params };
	}
	return { line, cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) };
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
	return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function splitRecords(text: string): Line[] | ImportFault {
	const [told = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
	const table = text.slice(told.length);
	const before = told === '' ? 0 : 1;
	try {
		const records = parse(table, {
			delimiter: separator ?? likelySeparator(table),
			record_delimiter: ['\r\n', '\n', '\r'],
			relax_column_count: true
		});
		let next = 1 + before;
		return records
			.map((cells) => {
				const line = next;
				next += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_END)?.length ?? 0), 0);
				return { line, cells };
			})
			.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = before + ('lines' in error ? Number(error.lines) : 1);
		return { line, column: null, code: 'csv_syntax', params: { detail: error.code } };
	}
}

/** The separator by which the first line has most of the columns. */
function likelySeparator(text: string): string {
	const head = /\S.*/.exec(text)?.[0] ?? '';
	const countOf = (separator: string) =>
		head.split(separator).filter((name) => KNOWN.has(name.trim().replace(/^"(.*)"$/, '$1'))).length;
	return SEPARATORS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

function checkHead(names: readonly string[], line: number): ImportFault[] {
	return [
		...names
			.filter((name) => !KNOWN.has(name))
			.map((name): ImportFault => ({ line, column: name, code: 'column_unknown', params: { name } })),
		...names
			.filter((name, at) => KNOWN.has(name) && names.indexOf(name) !== at)
			.map((name): ImportFault => ({ line, column: name, code: 'column_twice', params: { name } })),
		...NEEDED.filter((name) => !names.includes(name)).map((name): ImportFault => ({
			line,
			column: name,
			code: 'column_missing',
			params: { name }
		}))
	];
}
