import { scaleLinear } from 'd3-scale';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface SpreadRow {
	label: string;
	/** Second line, such as the number of values. */
	note: string;
	/** All values; drawn as dots. */
	values: readonly number[];
	/** Summary; null where there is no value. */
	summary: { min: number; lower: number; median: number; upper: number; max: number } | null;
	/** Text at the end of the row. */
	valueLabel: string;
}

export interface SpreadOptions {
	title: string;
	paint: Paint;
	from: number;
	to: number;
	/** Text for a number on the axis. */
	format: (value: number) => string;
	/** Words for dot, box and line. */
	legend: [string, string, string];
}

const WIDTH = 720;
const LEFT = 176;
const RIGHT = 580;
const ROW = 46;
const TOP = 58;
/** Fewest values with a box: quartiles of four are made of guesses. */
const FEWEST_BOXED = 5;

/** Draws every value as a dot, over a box from quartile to quartile with a line at the median and whiskers to the
 *  ends. */
export function spreadPlot(
	rows: readonly SpreadRow[],
	{ title, paint, from, to, format, legend }: SpreadOptions
): string {
	const x = scaleLinear([from, to], [LEFT, RIGHT]);
	const bottom = TOP + rows.length * ROW;
	const ticks = Array.from({ length: Math.round(to - from) + 1 }, (_, at) => from + at);
	return drawing(
		{ width: WIDTH, height: bottom + 8, title, font: paint.font },
		drawLegend(legend, paint),
		...ticks.flatMap((tick) => [
			element('line', { x1: x(tick), y1: TOP - 8, x2: x(tick), y2: bottom, stroke: paint.line }),
			textLines(x(tick), TOP - 14, [format(tick)], { size: 11, anchor: 'middle', fill: paint.fg2 })
		]),
		...rows.map((row, at) => drawRow(row, TOP + at * ROW + ROW / 2, x, paint))
	);
}

function drawRow(row: SpreadRow, y: number, x: (value: number) => number, paint: Paint): string {
	const { summary, values } = row;
	const parts = [
		textLines(0, y - 3, wrapText(row.label, LEFT - 14, { size: 12.5, maxLines: 1, weight: 600 }), {
			size: 12.5,
			weight: 600,
			fill: paint.fg
		}),
		textLines(0, y + 13, wrapText(row.note, LEFT - 14, { size: 11, maxLines: 1 }), { size: 11, fill: paint.fg2 }),
		textLines(RIGHT + 16, y + 4, wrapText(row.valueLabel, WIDTH - RIGHT - 16, { size: 12, maxLines: 1 }), {
			size: 12,
			fill: paint.fg
		})
	];
	if (!summary) return parts.join('');
	const line = ({ x1, x2, y1, y2 }: { x1: number; x2: number; y1: number; y2: number }, width: number) =>
		element('line', { x1, x2, y1, y2, stroke: paint.fg2, 'stroke-width': width });
	const { min, lower, median, upper, max } = summary;
	if (values.length >= FEWEST_BOXED)
		parts.push(
			line({ x1: x(min), x2: x(lower), y1: y, y2: y }, 1),
			line({ x1: x(upper), x2: x(max), y1: y, y2: y }, 1),
			element('rect', {
				x: x(lower),
				y: y - 11,
				width: x(upper) - x(lower),
				height: 22,
				fill: paint.bgSunken,
				stroke: paint.fg2
			})
		);
	parts.push(
		...dots(values, x, y, paint),
		element('line', { x1: x(median), x2: x(median), y1: y - 14, y2: y + 14, stroke: paint.fg, 'stroke-width': 2.4 })
	);
	return parts.join('');
}

/** Draws dots; those that would cover each other step aside, up and down in turn. */
function dots(values: readonly number[], x: (value: number) => number, y: number, paint: Paint): string[] {
	const placed: { x: number; y: number }[] = [];
	return values.map((value) => {
		const at = x(value);
		const offsets = [0, -5, 5, -10, 10, -15, 15];
		const free =
			offsets.find((offset) => placed.every((dot) => Math.hypot(dot.x - at, dot.y - (y + offset)) >= 5)) ?? 0;
		placed.push({ x: at, y: y + free });
		return element('circle', {
			cx: at,
			cy: y + free,
			r: 2.8,
			fill: paint.accent,
			stroke: paint.bg,
			'stroke-width': 0.8
		});
	});
}

function drawLegend([dot, box, median]: SpreadOptions['legend'], paint: Paint): string {
	const label = (x: number, text: string) => textLines(x, 16, [text], { size: 11.5, fill: paint.fg });
	return [
		element('circle', { cx: 6, cy: 12, r: 2.8, fill: paint.accent }),
		label(16, dot),
		element('rect', { x: 150, y: 5, width: 24, height: 14, fill: paint.bgSunken, stroke: paint.fg2 }),
		label(182, box),
		element('line', { x1: 372, x2: 372, y1: 3, y2: 21, stroke: paint.fg, 'stroke-width': 2.4 }),
		label(382, median)
	].join('');
}
