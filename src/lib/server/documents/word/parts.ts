import {
	AlignmentType,
	BorderStyle,
	HeadingLevel,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';

/** Caption of a figure or table; it gets its number when the whole document is known. */
export interface Caption {
	kind: 'figure' | 'table';
	text: string;
}

/** Parts of the body of a document. */
export type Block = Paragraph | Table | Caption;

/** Width between the margins of a page of A4, in twentieths of a point. */
export const PAGE_WIDTH = 9354;
/** The same width in pixels of 96 to the inch, in which `docx` measures shapes. */
export const SHAPES_WIDTH = PAGE_WIDTH / 15;
export const HEADINGS = 'headings';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D9D5CA' };
const STRONG_LINE = { style: BorderStyle.SINGLE, size: 8, color: '12262F' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
// XML has no such characters, whatever a person pasted.
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A part of a text with a look of its own. */
export interface Piece {
	text: string;
	bold?: boolean;
	/** Text set back, in grey. */
	quiet?: boolean;
}

/** Content of a cell or paragraph: plain text, or pieces of it. */
export type Content = string | readonly Piece[];

/** Sets a text in bold. */
export function strong(text: string): Content {
	return [{ text, bold: true }];
}

/** Runs of a text; its line ends stay line ends. */
function runs(content: Content): TextRun[] {
	const pieces = typeof content === 'string' ? [{ text: content }] : content;
	return pieces.flatMap(({ text, bold, quiet }: Piece) =>
		text
			.toWellFormed()
			.replace(NOT_IN_XML, '')
			.split(/\r\n?|\n/)
			.map(
				(line, at) => new TextRun({ text: line, bold, ...(quiet && { color: '46585F' }), ...(at > 0 && { break: 1 }) })
			)
	);
}

/** Sets a paragraph.
 *  @param style name of one of the styles in `styles.ts` */
export function paragraph(content: Content, style?: string): Paragraph {
	return new Paragraph({ children: runs(content), style });
}

/** Sets a paragraph that an editor may have left out; null gives none. */
export function passage(text: string | null, style?: string): Paragraph[] {
	return text === null ? [] : [paragraph(text, style)];
}

/** Sets a heading of the outline; the first two levels are numbered unless `plain`. */
export function heading(level: 1 | 2 | 3, text: string, { plain = false } = {}): Paragraph {
	const isNumbered = level < 3 && !plain;
	return new Paragraph({
		heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1],
		children: runs(text),
		...(isNumbered && { numbering: { reference: HEADINGS, level: level - 1 } })
	});
}

/** Sets a list of bullets, one paragraph an item. */
export function bullets(items: readonly string[]): Paragraph[] {
	return items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
}

export interface Column {
	head: string;
	/** Share of the width; only ratios count. */
	width: number;
	align?: 'left' | 'right' | 'center';
}

/** Sets a table whose head is repeated on every page; rows are not torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Content[])[]): Table {
	const all = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) => Math.round((width / all) * PAGE_WIDTH));
	const row = (cells: readonly Content[], isHead: boolean) =>
		new TableRow({
			tableHeader: isHead,
			cantSplit: true,
			children: cells.map(
				(content, at) =>
					new TableCell({
						width: { size: widths[at]!, type: WidthType.DXA },
						...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'E2EEF0' } }),
						children: [
							new Paragraph({
								style: isHead ? 'TableHead' : 'TableText',
								alignment:
									AlignmentType[
										columns[at]!.align === 'right' ? 'RIGHT' : columns[at]!.align === 'center' ? 'CENTER' : 'LEFT'
									],
								children: runs(content)
							})
						]
					})
			)
		});
	return new Table({
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		margins: { top: 40, bottom: 40, left: 80, right: 80 },
		borders: { top: STRONG_LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: NONE },
		rows: [
			row(
				columns.map(({ head }) => head),
				true
			),
			...rows.map((cells) => row(cells, false))
		]
	});
}

/** Sets facts as a table of two columns, with notes where there are some. */
export function facts(
	labels: { fact: string; value: string },
	items: readonly { label: string; value: string; note?: string | null }[]
): Block[] {
	if (items.length === 0) return [];
	const columns: Column[] = [
		{ head: labels.fact, width: 2 },
		{ head: labels.value, width: 3 }
	];
	const rows = items.map(({ label, value, note }): Content[] => [
		label,
		[{ text: value, bold: true }, ...(note ? [{ text: `\n${note}`, quiet: true }] : [])]
	]);
	return [table(columns, rows), gap()];
}

/** Sets a drawing with its numbered finding above and its source below, as in the PDF. */
export function figure(
	{ finding, caption }: { finding: string | null; caption: string | null },
	drawing: readonly Block[]
): Block[] {
	if (drawing.length === 0) return passage(finding, 'Finding');
	return [
		...(finding === null ? [] : [{ kind: 'figure' as const, text: finding }]),
		...drawing,
		...passage(caption, 'Source')
	];
}

/** Sets a table with its numbered caption. */
export function captioned(text: string, rows: Table): Block[] {
	return [{ kind: 'table', text }, rows, gap()];
}

/** Sets room below a table. */
export function gap(): Paragraph {
	return new Paragraph({ style: 'TableText', children: [] });
}
