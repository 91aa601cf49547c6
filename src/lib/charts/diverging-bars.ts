import { scaleLinear } from 'd3-scale';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

export interface DivergingRow {
	/** Short code before the label. */
	code: string;
	label: string;
	value: number;
	/** Value as shown at the end of the bar. */
	valueLabel: string;
}

export interface DivergingOptions {
	title: string;
	paint: Paint;
	/** Headings above the left and the right side. */
	sides: [string, string];
	/** Last row, set apart: the sum of all. */
	total: DivergingRow;
	/** Unique among the drawings of one page. */
	id: string;
}

const WIDTH = 720;
const LABEL_LEFT = 34;
const LABEL_WIDTH = 250;
const PLOT_LEFT = 350;
const PLOT_RIGHT = 664;
const SIZE = 12.5;
const LINE = SIZE * LINE_HEIGHT;
const TOP = 34;

/** Draws bars to the left and right of zero, one a row, and below a line the bar of their sum. Bars that pull down are
 *  hatched, those that pull up are full, so that no colour has to be told apart. */
export function divergingBars(rows: readonly DivergingRow[], options: DivergingOptions): string {
	const { title, paint, sides, total, id } = options;
	const all = [...rows, total];
	const reach = Math.max(0.05, ...all.map(({ value }) => Math.abs(value)));
	const x = scaleLinear([-reach, reach], [PLOT_LEFT, PLOT_RIGHT]);
	let y = TOP;
	const placed = all.map((row, at) => {
		const lines = wrapText(row.label, LABEL_WIDTH, { size: SIZE, maxLines: 2, weight: at === rows.length ? 700 : 400 });
		const height = Math.max(25, lines.length * LINE + 8);
		y += height + (at === rows.length ? 8 : 0);
		return { row, lines, middle: y - height / 2, isTotal: at === rows.length, top: y - height };
	});
	const bottom = y + 4;
	const half = (PLOT_RIGHT - PLOT_LEFT) / 2 + 20;
	return drawing(
		{ width: WIDTH, height: bottom, title, font: paint.font },
		hatch(id, paint),
		textLines(x(0) - 10, 14, wrapText(sides[0], half, { size: 11.5, maxLines: 1 }), {
			size: 11.5,
			anchor: 'end',
			fill: paint.fg2
		}),
		textLines(x(0) + 10, 14, wrapText(sides[1], half, { size: 11.5, maxLines: 1 }), { size: 11.5, fill: paint.fg2 }),
		...placed.map(({ row, lines, middle, isTotal, top }) => {
			const baseline = middle + SIZE * 0.36 - ((lines.length - 1) * LINE) / 2;
			const weight = isTotal ? 700 : 400;
			const isDown = row.value < 0;
			return [
				isTotal ? element('line', { x1: 0, y1: top - 4, x2: WIDTH, y2: top - 4, stroke: paint.lineStrong }) : '',
				textLines(0, baseline, [row.code], { size: SIZE, weight: 600, fill: paint.fg2 }),
				textLines(row.code === '' ? 0 : LABEL_LEFT, baseline, lines, { size: SIZE, weight, fill: paint.fg }),
				element('rect', {
					x: Math.min(x(0), x(row.value)),
					y: middle - 7,
					width: Math.abs(x(row.value) - x(0)),
					height: 14,
					fill: isDown ? `url(#${id}-down)` : paint.accent,
					stroke: paint.accent
				}),
				textLines(x(row.value) + (isDown ? -6 : 6), middle + 4.4, [row.valueLabel], {
					size: 12,
					weight: isTotal ? 700 : 600,
					anchor: isDown ? 'end' : 'start',
					fill: paint.fg,
					halo: paint.bg
				})
			].join('');
		}),
		element('line', { x1: x(0), y1: TOP - 8, x2: x(0), y2: bottom, stroke: paint.fg, 'stroke-width': 1.2 })
	);
}

function hatch(id: string, paint: Paint): string {
	return element(
		'defs',
		{},
		element(
			'pattern',
			{ id: `${id}-down`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
			element('rect', { width: 6, height: 6, fill: paint.bg }),
			element('rect', { width: 2.4, height: 6, fill: paint.accent })
		)
	);
}
