import writeSheets, { type CellObject, type Feature, type Image } from 'write-excel-file/node';
import {
	getOrderOfSiblings,
	insertElementMarkupAccordingToOrderOfSiblings,
	sanitizeTextContent
} from 'write-excel-file/utility';
import { excelText } from '#lib/server/foundation/files/excel-text.ts';
import { type Cell, columnName, type Sheet, type Tone } from '../write/sheet.ts';

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml';
const FONT = 'Calibri';
/** Height of a line of the font, in points. */
const LINE = 15;
const MOST_LINES = 12;
/** Letters in a unit of a column's width, which is the width of a digit. */
const WIDE = 1.1;

type SheetFeature = Feature<Image['content']>;

const TONES: Record<Tone, Partial<CellObject>> = {
	title: { fontWeight: 'bold', fontSize: 16, textColor: '#12262f' },
	head: { fontWeight: 'bold', backgroundColor: '#e2eef0', alignVertical: 'top', bottomBorderStyle: 'thin' },
	parent: { fontWeight: 'bold', backgroundColor: '#f1efe9' },
	quiet: { textColor: '#46585f' },
	warn: { fontWeight: 'bold', backgroundColor: '#fbeedd', textColor: '#8a4b08' }
};

/** Writes the sheets as the bytes of an XLSX file. */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
	const written = sheets.map(({ name, widths, rows, frozen }) => ({
		sheet: name,
		data: rows.map((row) => row.map((cell) => toCell(cell, rowHeight(row, widths)))),
		columns: widths.map((width) => ({ width })),
		orientation: 'landscape' as const,
		...(frozen.rows > 0 && { stickyRowsCount: frozen.rows }),
		...(frozen.columns > 0 && { stickyColumnsCount: frozen.columns })
	}));
	const options = { fontFamily: FONT, fontSize: 11, features: [completion(sheets)] };
	return writeSheets(written, options).toBuffer();
}

function toCell(cell: Cell | null, height: number | undefined): CellObject | null {
	if (cell === null) return null;
	const { value, formula, format, tone, wrap, align, span } = cell;
	const style: CellObject = {
		alignVertical: 'top',
		...(height && { height }),
		...(tone && TONES[tone]),
		...(format && { format }),
		...(wrap && { wrap }),
		...(align && { align }),
		...(span && { columnSpan: span })
	};
	if (formula !== undefined) return { ...style, type: 'Formula', value: formula };
	if (value === null) return style;
	if (typeof value === 'string') return { ...style, type: String, value: excelText(value) };
	return value instanceof Date ? { ...style, type: Date, value } : { ...style, type: Number, value };
}

/** Height of a row that holds wrapped text or a title, in points: programs other than Excel do not find it
 *  themselves. Answers can fill a page, so the height is bounded; undefined = the usual height. */
function rowHeight(row: readonly (Cell | null)[], widths: readonly number[]): number | undefined {
	const lines = row.map((cell, at) => {
		if (!cell?.wrap || typeof cell.value !== 'string') return 1;
		const width = widths.slice(at, at + (cell.span ?? 1)).reduce((sum, one) => sum + one, 0) - 1;
		return cell.value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (width * WIDE))), 0);
	});
	const most = Math.min(Math.max(...lines), MOST_LINES);
	if (row.some((cell) => cell?.tone === 'title')) return 2 * LINE;
	return most > 1 ? most * LINE + 2 : undefined;
}

/** Parts that the library leaves out: filters, pages as wide as the table with its head on each, and the result
 *  beside every formula. Readers that do not calculate (previews, scripts) would find the cell empty. */
function completion(sheets: readonly Sheet[]): SheetFeature {
	return {
		files: {
			transform: {
				[SHEET_FILE]: {
					transform: (xml, _options, { sheetIndex }) => {
						const sheet = sheets[sheetIndex]!;
						return [withResults, withFilter, withPages].reduce((content, step) => step(content, sheet), xml);
					}
				},
				'xl/workbook.xml': {
					transform: (xml) =>
						xml
							.replace('<definedNames/>', `<definedNames>${sheets.map(printTitle).join('')}</definedNames>`)
							.replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>')
				}
			}
		}
	};
}

function withResults(xml: string, { rows }: Sheet): string {
	const formula = /<c r="(?<column>[A-Z]+)(?<row>\d+)"(?<style>[^>]*)><f>(?<content>.*?)<\/f><\/c>/g;
	return xml.replace(formula, (...match) => {
		const { column, row, style, content } = match.at(-1) as Record<'column' | 'row' | 'style' | 'content', string>;
		const value = rows[Number(row) - 1]![columnNumber(column) - 1]!.value;
		const isText = typeof value === 'string';
		const result = isText ? sanitizeTextContent(value) : String(value);
		return `<c r="${column}${row}"${style}${isText ? ' t="str"' : ''}><f>${content}</f><v>${result}</v></c>`;
	});
}

function withFilter(xml: string, { filter }: Sheet): string {
	if (filter === null) return xml;
	const reference = `A${filter.from}:${columnName(filter.columns)}${filter.to}`;
	return inserted(xml, `<autoFilter ref="${reference}"/>`);
}

function withPages(xml: string): string {
	const fitting = inserted(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
	return fitting.replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
}

function inserted(xml: string, element: string): string {
	const order = getOrderOfSiblings(SHEET_FILE, 'worksheet')!;
	return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
}

function printTitle({ name, frozen }: Sheet, at: number): string {
	if (frozen.rows === 0) return '';
	const rows = `'${sanitizeTextContent(name)}'!$1:$${frozen.rows}`;
	return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${rows}</definedName>`;
}

function columnNumber(name: string): number {
	return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
