import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

export interface IntervalRow {
	/** Short code before the label; may be empty. */
	code: string;
	label: string;
	/** Value from −1 to 1; null = none, and `valueLabel` gives the reason. */
	value: number | null;
	/** Ends of the interval; null where there is none. */
	interval: { low: number; high: number } | null;
	/** Value as shown at the end of the row. */
	valueLabel: string;
}

export interface IntervalChartOptions {
	title: string;
	paint: Paint;
	/** Begin of the scale: −1, −0.5 or 0; it ends at 1. */
	from: number;
	/** Text for a number on the axis. */
	format: (value: number) => string;
	/** Label of the axis. */
	axisLabel: string;
}

const WIDTH = 720;
const LABEL_LEFT = 34;
const PLOT_LEFT = 290;
const PLOT_RIGHT = 560;
const SIZE = 12.5;
const LINE = SIZE * LINE_HEIGHT;
const TOP = 40;

/** Begin of the scale of `intervalChart`: 0, or lower in steps of a half when a value or interval is below. */
export function intervalStart(rows: readonly Pick<IntervalRow, 'value' | 'interval'>[]): number {
	const lowest = Math.min(0, ...rows.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0]));
	return Math.max(-1, Math.floor(lowest * 2) / 2);
}

/** Draws one row a value, all on one scale: a point for the value, a line from end to end of its interval, a line at 0.
 *  A row without a value gives the reason. */
export function intervalChart(rows: readonly IntervalRow[], options: IntervalChartOptions): string {
	const { title, paint, from, format, axisLabel } = options;
	const x = (value: number) => PLOT_LEFT + ((value - from) / (1 - from)) * (PLOT_RIGHT - PLOT_LEFT);
	let y = TOP;
	const placed = rows.map((row) => {
		const left = row.code === '' ? 0 : LABEL_LEFT;
		const lines = wrapText(row.label, PLOT_LEFT - left - 14, { size: SIZE, maxLines: 2 });
		const height = Math.max(26, lines.length * LINE + 8);
		y += height;
		return { row, left, lines, middle: y - height / 2 };
	});
	const ticks = Array.from({ length: (1 - from) * 2 + 1 }, (_, half) => from + half / 2);
	return drawing(
		{ width: WIDTH, height: y + 6, title, font: paint.font },
		textLines(PLOT_LEFT, 12, [axisLabel], { size: 11, fill: paint.fg2 }),
		...ticks.flatMap((tick) => [
			element('line', {
				x1: x(tick),
				y1: TOP - 4,
				x2: x(tick),
				y2: y,
				stroke: tick === 0 ? paint.lineStrong : paint.line,
				'stroke-width': tick === 0 ? 1.5 : 1
			}),
			textLines(x(tick), TOP - 10, [format(tick)], { size: 11, anchor: 'middle', fill: paint.fg2 })
		]),
		...placed.map(({ row, left, lines, middle }) => {
			const baseline = middle + SIZE * 0.36 - ((lines.length - 1) * LINE) / 2;
			return [
				textLines(0, baseline, [row.code], { size: SIZE, weight: 600, fill: paint.fg2 }),
				textLines(left, baseline, lines, { size: SIZE, fill: paint.fg }),
				drawInterval(row, middle, x, paint),
				textLines(
					PLOT_RIGHT + 14,
					middle + 4,
					wrapText(row.valueLabel, WIDTH - PLOT_RIGHT - 14, { size: 11.5, maxLines: 1 }),
					{
						size: 11.5,
						fill: row.value === null ? paint.fg2 : paint.fg
					}
				)
			].join('');
		})
	);
}

function drawInterval({ value, interval }: IntervalRow, y: number, x: (value: number) => number, paint: Paint): string {
	if (value === null) return '';
	const line = { stroke: paint.accent, 'stroke-width': 2 };
	const end = (at: number) => element('line', { ...line, x1: x(at), y1: y - 5, x2: x(at), y2: y + 5 });
	return [
		...(interval
			? [
					element('line', { ...line, x1: x(interval.low), y1: y, x2: x(interval.high), y2: y }),
					end(interval.low),
					end(interval.high)
				]
			: []),
		element('circle', { cx: x(value), cy: y, r: 5, fill: paint.accent, stroke: paint.bg, 'stroke-width': 1.5 })
	].join('');
}
