import type { Locale } from '#lib/domain/locale.ts';
import { localTime } from '#lib/words/local-time.ts';
/** Look of a cell: title, head of a table, row of a parent, text set back, warning. */
export type Tone = 'title' | 'head' | 'parent' | 'quiet' | 'warn';

/** One cell. A string is text whatever it begins with; a formula carries its result, for readers that do not
 *  calculate. */
export interface Cell {
	value: string | number | Date | null;
	/** Formula without the equals sign. */
	formula?: string;
	/** Number format of the spreadsheet. */
	format?: string;
	tone?: Tone;
	wrap?: boolean;
	align?: 'left' | 'center' | 'right';
	/** Number of columns that the cell takes up. */
	span?: number;
}

export interface Sheet {
	name: string;
	/** Widths of the columns, in characters. */
	widths: number[];
	rows: (Cell | null)[][];
	/** Rows and columns that stay in sight. */
	frozen: { rows: number; columns: number };
	/** Range of the filter: columns from the first on, from the head to the last row, both counted from 1. */
	filter: { columns: number; from: number; to: number } | null;
}

export const INDEX_FORMAT = '0.00';
/** Number format of a completeness, as `formatCompleteness` writes it: one decimal, none where nothing or all is
 *  answered. */
export const COMPLETENESS_FORMAT: Record<Locale, string> = {
	id: '[=0]0"\u00a0"%;[=1]0"\u00a0"%;0.0"\u00a0"%',
	en: '[=0]0%;[=1]0%;0.0%'
};
const DAY_FORMAT = 'dd/mm/yyyy';
const TIME_FORMAT = 'dd/mm/yyyy hh:mm';

/** Makes a cell of text, kept as text also when it is typed over: a reader who opens `=1+1` and leaves it must not
 *  calculate. */
export function text(value: string | null, change: Partial<Cell> = {}): Cell | null {
	return value === null || value === '' ? null : { value, format: '@', ...change };
}

/** Makes a cell of a number; null stays empty. */
export function number(value: number | null, format = '0', change: Partial<Cell> = {}): Cell | null {
	return value === null ? null : { value, format, ...change };
}

/** Makes a cell of a date from an ISO date. */
export function day(iso: string | null): Cell | null {
	return iso === null ? null : { value: new Date(`${iso}T00:00:00Z`), format: DAY_FORMAT };
}

/** Makes a cell of date and time by the installation's clocks from an ISO instant: spreadsheets know no zones. */
export function instant(iso: string): Cell {
	return { value: new Date(`${localTime(Date.parse(iso))}Z`), format: TIME_FORMAT };
}

/** Makes a row of heads. */
export function heads(names: readonly string[]): Cell[] {
	return names.map((value) => ({ value, tone: 'head', wrap: true }));
}

/** Makes a plain table: its head stays in sight and every column can be filtered. */
export function table(
	name: string,
	columns: readonly { name: string; width: number }[],
	rows: (Cell | null)[][],
	frozenColumns = 0
): Sheet {
	return {
		name,
		widths: columns.map(({ width }) => width),
		rows: [heads(columns.map((column) => column.name)), ...rows],
		frozen: { rows: 1, columns: frozenColumns },
		filter: { columns: columns.length, from: 1, to: rows.length + 1 }
	};
}

/** Letters of a column: `A` for 1, `AB` for 28. */
export function columnName(column: number): string {
	const before = Math.floor((column - 1) / 26);
	return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Makes the cells of a row in one tone, empty ones included, so that the row is one band. */
export function toned(cells: readonly (Cell | null)[], tone: Tone): Cell[] {
	return cells.map((cell) => ({ ...(cell ?? { value: null }), tone }));
}
