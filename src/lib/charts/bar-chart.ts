import { hatchPattern } from './map-region.ts';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

export interface BarRow {
	/** Short code before the label: `A1`; may be empty. */
	code: string;
	label: string;
	/** Value within `from`–`to` of the chart; null = none, drawn hatched. */
	value: number | null;
	/** Value as shown at the end of the bar; for a row without one the reason: `belum dijawab`. */
	valueLabel: string;
	/** Value to compare with, such as the province's mean; null when there is none. */
	reference: number | null;
	/** Heading written above the row; rows that follow belong to it. */
	heading?: string;
}

export interface BarChartOptions {
	/** Unique among the drawings of one page; prefix of the ids inside. */
	id: string;
	title: string;
	paint: Paint;
	/** Values at which bars begin and end, whole numbers: 0 and 5 for levels. */
	from: number;
	to: number;
	/** Word for the reference tick: `rerata provinsi`; left out when there is none. */
	referenceLabel?: string;
}

const WIDTH = 720;
const LABEL_LEFT = 34;
const PLOT_LEFT = 320;
const PLOT_RIGHT = 640;
const SIZE = 12.5;
const LINE = SIZE * LINE_HEIGHT;
const HEADING = 30;

/** Draws horizontal bars, one a row, with a grid line at every whole number, a tick at the reference and the value at
 *  the end. Labels wrap to two lines and rows grow with them. */
export function barChart(rows: readonly BarRow[], options: BarChartOptions): string {
	const { id, title, paint, from, to, referenceLabel } = options;
	const x = (value: number) => PLOT_LEFT + ((value - from) / (to - from)) * (PLOT_RIGHT - PLOT_LEFT);
	const top = 26;
	let y = top;
	const placed = rows.map((row) => {
		const lines = wrapText(row.label, PLOT_LEFT - LABEL_LEFT - 14, { size: SIZE, maxLines: 2 });
		y += row.heading === undefined ? 0 : HEADING;
		const height = Math.max(24, lines.length * LINE + 8);
		y += height;
		return { row, lines, y: y - height, height };
	});
	const bottom = y + 4;
	const ticks = Array.from({ length: to - from + 1 }, (_, i) => from + i);
	return drawing(
		{ width: WIDTH, height: bottom + (referenceLabel === undefined ? 4 : 26), title, font: paint.font },
		hatchPattern(id, paint),
		...ticks.map((tick) =>
			element('line', { x1: x(tick), y1: top, x2: x(tick), y2: bottom, stroke: paint.line, 'stroke-width': 1 })
		),
		...ticks.map((tick) =>
			textLines(x(tick), top - 8, [String(tick)], { size: 11, anchor: 'middle', fill: paint.fg2 })
		),
		...placed.map((place) => drawRow(place, x, options)),
		referenceLabel === undefined ? '' : drawReferenceKey(referenceLabel, bottom + 16, paint)
	);
}

interface PlacedRow {
	row: BarRow;
	lines: string[];
	y: number;
	height: number;
}

function drawRow({ row, lines, y, height }: PlacedRow, x: (value: number) => number, options: BarChartOptions): string {
	const { id, paint, from, to } = options;
	const middle = y + height / 2;
	const thickness = 12;
	const baseline = middle + SIZE * 0.36 - ((lines.length - 1) * LINE) / 2;
	const shapes: string[] = [];
	if (row.heading !== undefined) {
		const heading = wrapText(row.heading, PLOT_RIGHT, { size: 13, maxLines: 1, weight: 700 });
		shapes.push(textLines(0, y - 8, heading, { size: 13, weight: 700, fill: paint.fg, halo: paint.bg }));
	}
	shapes.push(
		textLines(0, baseline, [row.code], { size: SIZE, weight: 600, fill: paint.fg2 }),
		textLines(row.code === '' ? 0 : LABEL_LEFT, baseline, lines, { size: SIZE, fill: paint.fg })
	);
	if (row.value === null) {
		shapes.push(
			element('rect', {
				x: x(from),
				y: middle - thickness / 2,
				width: x(to) - x(from),
				height: thickness,
				fill: `url(#${id}-hatch)`,
				stroke: paint.line
			}),
			textLines(x(from) + 8, middle + 4, wrapText(row.valueLabel, x(to) - x(from) - 16, { size: 11.5, maxLines: 1 }), {
				size: 11.5,
				fill: paint.fg,
				halo: paint.bg
			})
		);
	} else {
		shapes.push(
			element('rect', {
				x: x(from),
				y: middle - thickness / 2,
				width: Math.max(0, x(row.value) - x(from)),
				height: thickness,
				fill: paint.accent
			}),
			textLines(
				PLOT_RIGHT + 12,
				middle + SIZE * 0.36,
				wrapText(row.valueLabel, WIDTH - PLOT_RIGHT - 12, { size: SIZE, maxLines: 1, weight: 600 }),
				{
					size: SIZE,
					weight: 600,
					fill: paint.fg
				}
			)
		);
	}
	if (row.reference !== null) shapes.push(referenceTick(x(row.reference), middle, paint));
	return shapes.join('');
}

/** A line through the bar with a gap around it, so that it shows on the bar and beside it. */
function referenceTick(x: number, middle: number, paint: Paint): string {
	const line = { x1: x, y1: middle - 9.5, x2: x, y2: middle + 9.5 };
	return (
		element('line', { ...line, stroke: paint.bg, 'stroke-width': 5 }) +
		element('line', { ...line, stroke: paint.fg, 'stroke-width': 2 })
	);
}

function drawReferenceKey(label: string, y: number, paint: Paint): string {
	return (
		referenceTick(PLOT_LEFT + 4, y - 2, paint) +
		textLines(PLOT_LEFT + 16, y + 2, wrapText(label, WIDTH - PLOT_LEFT - 16, { size: 12, maxLines: 1 }), {
			size: 12,
			fill: paint.fg2
		})
	);
}
