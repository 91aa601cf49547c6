import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface HistogramOptions {
	title: string;
	paint: Paint;
	/** Text for a border of a bin: `2,5`. */
	format: (value: number) => string;
	/** Label under the horizontal axis: `Indeks`. */
	axisLabel: string;
	/** Vertical lines, such as the border of a class or the mean; ascending. */
	marks?: readonly { value: number; label: string }[];
}

const WIDTH = 720;
const PLOT = { left: 10, right: 710, top: 56, height: 180 };

/** Draws a column for each bin, its count on top; bins are ascending and touch. */
export function histogram(
	bins: readonly { from: number; to: number; count: number }[],
	{ title, paint, format, axisLabel, marks = [] }: HistogramOptions
): string {
	const [lowest, highest] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
	const most = Math.max(1, ...bins.map(({ count }) => count));
	const base = PLOT.top + PLOT.height;
	const x = (value: number) => PLOT.left + ((value - lowest) / (highest - lowest)) * (PLOT.right - PLOT.left);
	const columns = bins.map(({ from, to, count }) => {
		const height = (count / most) * (PLOT.height - 24);
		if (count === 0) return '';
		return (
			element('rect', { x: x(from) + 1.5, y: base - height, width: x(to) - x(from) - 3, height, fill: paint.accent }) +
			textLines((x(from) + x(to)) / 2, base - height - 6, [String(count)], {
				size: 14,
				weight: 600,
				anchor: 'middle',
				fill: paint.fg,
				halo: paint.bg
			})
		);
	});
	// at most nine figures, so that they never touch
	const every = Math.max(1, Math.ceil(bins.length / 8));
	const borders = bins.length === 0 ? [] : [...bins.map(({ from }) => from), highest];
	return drawing(
		{ width: WIDTH, height: base + 52, title, font: paint.font },
		...marks.map(({ value }) =>
			element('line', {
				x1: x(value),
				y1: PLOT.top - 12,
				x2: x(value),
				y2: base,
				stroke: paint.lineStrong,
				'stroke-dasharray': '4 3'
			})
		),
		...columns,
		element('line', { x1: PLOT.left, y1: base, x2: PLOT.right, y2: base, stroke: paint.lineStrong }),
		...borders.map((border, i) =>
			i % every > 0
				? ''
				: textLines(x(border), base + 18, [format(border)], {
						size: 11.5,
						anchor: i === 0 ? 'start' : border === highest ? 'end' : 'middle',
						fill: paint.fg2
					})
		),
		...drawMarkLabels(marks, x, paint),
		textLines(PLOT.right, base + 42, wrapText(axisLabel, WIDTH / 2, { size: 12.5, maxLines: 1, weight: 500 }), {
			size: 12.5,
			weight: 500,
			anchor: 'end',
			fill: paint.fg2
		})
	);
}

/** Draws the labels on two rows in turn; each wraps or is cut to the room up to the next line. */
function drawMarkLabels(
	marks: readonly { value: number; label: string }[],
	x: (value: number) => number,
	paint: Paint
): string[] {
	return marks.map(({ value, label }, i) => {
		const following = marks[i + 2];
		const room = Math.min(following ? x(following.value) - x(value) : Infinity, PLOT.right - x(value) + 10);
		const atEnd = room < 90;
		const width = atEnd ? Math.min(180, x(value) - PLOT.left) : room - 10;
		return textLines(
			x(value) + (atEnd ? -2 : 2),
			i % 2 === 0 ? 20 : 38,
			wrapText(label, width, { size: 12, maxLines: 1 }),
			{
				size: 12,
				anchor: atEnd ? 'end' : 'start',
				fill: paint.fg2,
				halo: paint.bg
			}
		);
	});
}
