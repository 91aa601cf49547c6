import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, textWidth, wrapText } from './text-fit.ts';

export interface RadarSeries {
	name: string;
	/** Values, one for each axis, 0 to `max`; null where there is none. */
	values: readonly (number | null)[];
}

export interface RadarOptions {
	title: string;
	paint: Paint;
	/** Value of the outermost ring; rings are drawn at every whole number. */
	max: number;
	/** A few series at most; the first is the subject, the others are for comparison. */
	series: readonly RadarSeries[];
}

const WIDTH = 560;
const RADIUS = 150;
const LABEL_WIDTH = 118;
const LABEL_SIZE = 12.5;
const LEGEND_SIZE = 13;

/** Draws a radar of four axes or more, clockwise from the top. Series differ by line and point shape as well as by
 *  colour. A missing value breaks the line and leaves the area open; it never falls to the centre.
 *  @throws RangeError below four axes, where a radar says nothing: draw bars there */
export function radarChart(axes: readonly string[], { title, paint, max, series }: RadarOptions): string {
	if (axes.length < 4) throw new RangeError('a radar needs four axes or more');
	const labels = axes.map((label) => wrapText(label, LABEL_WIDTH, { size: LABEL_SIZE, maxLines: 3, weight: 500 }));
	const above = RADIUS + 18 + 3 * LABEL_SIZE * LINE_HEIGHT;
	const centre = { x: WIDTH / 2, y: above };
	const at = (axis: number, value: number) => {
		const angle = (axis / axes.length) * 2 * Math.PI;
		const r = (value / max) * RADIUS;
		return { x: centre.x + r * Math.sin(angle), y: centre.y - r * Math.cos(angle) };
	};
	const rings = Array.from({ length: Math.floor(max) }, (_, i) => i + 1);
	const legendTop = above + RADIUS + 18 + 3 * LABEL_SIZE * LINE_HEIGHT + 8;
	return drawing(
		{ width: WIDTH, height: legendTop + series.length * LEGEND_SIZE * 1.6 + 6, title, font: paint.font },
		...rings.map((ring) =>
			element('polygon', {
				points: axes.map((_, axis) => pointText(at(axis, ring))).join(' '),
				fill: 'none',
				stroke: ring === Math.floor(max) ? paint.lineStrong : paint.line,
				'stroke-width': 1
			})
		),
		...axes.map((_, axis) => {
			const end = at(axis, max);
			return element('line', {
				x1: centre.x,
				y1: centre.y,
				x2: end.x,
				y2: end.y,
				stroke: paint.line,
				'stroke-width': 1
			});
		}),
		...[...series.entries()].reverse().map(([order, one]) => drawSeries(one, order, at, paint)),
		...rings.map((ring) =>
			textLines(centre.x + 4, at(0, ring).y + 11, [String(ring)], { size: 10, fill: paint.fg2, halo: paint.bg })
		),
		...labels.map((lines, axis) => drawAxisLabel(lines, at(axis, max), centre, paint)),
		...series.map(({ name }, order) => {
			const y = legendTop + order * LEGEND_SIZE * 1.6 + 8;
			const lines = wrapText(name, WIDTH - 120, { size: LEGEND_SIZE, maxLines: 1 });
			const left = centre.x - (textWidth(lines[0] ?? '', LEGEND_SIZE) + 44) / 2;
			const { colour, dash } = lineStyle(order, paint);
			return (
				element('line', {
					x1: left,
					y1: y,
					x2: left + 34,
					y2: y,
					stroke: colour,
					'stroke-width': 2,
					'stroke-dasharray': dash
				}) +
				marker(order, { x: left + 17, y }, colour, paint) +
				textLines(left + 44, y + LEGEND_SIZE * 0.36, lines, { size: LEGEND_SIZE, fill: paint.fg })
			);
		})
	);
}

interface Point {
	x: number;
	y: number;
}

function pointText({ x, y }: Point): string {
	return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function lineStyle(order: number, paint: Paint): { colour: string; dash: string | null } {
	const styles = [
		{ colour: paint.accent, dash: null },
		{ colour: paint.fg2, dash: '6 4' },
		{ colour: paint.lineStrong, dash: '2 3' }
	];
	return styles[order % styles.length]!;
}

function marker(order: number, { x, y }: { x: number; y: number }, colour: string, paint: Paint): string {
	if (order % 3 === 0) return element('circle', { cx: x, cy: y, r: 4, fill: colour });
	if (order % 3 === 1) {
		return element('rect', {
			x: x - 3.5,
			y: y - 3.5,
			width: 7,
			height: 7,
			fill: paint.bg,
			stroke: colour,
			'stroke-width': 1.6
		});
	}
	return element('path', { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`, fill: paint.bg, stroke: colour, 'stroke-width': 1.6 });
}

function drawSeries(
	{ values }: RadarSeries,
	order: number,
	at: (axis: number, value: number) => Point,
	paint: Paint
): string {
	const points = values.map((value, axis) => (value === null ? null : at(axis, value)));
	const { colour, dash } = lineStyle(order, paint);
	const stroke = { stroke: colour, 'stroke-width': order === 0 ? 2.4 : 1.8, 'stroke-dasharray': dash };
	const whole = points.every((point) => point !== null);
	const lines = whole
		? [
				element('polygon', {
					points: points.map(pointText).join(' '),
					fill: order === 0 ? colour : 'none',
					'fill-opacity': 0.12,
					'stroke-linejoin': 'round',
					...stroke
				})
			]
		: points.map((point, axis) => {
				const next = points[(axis + 1) % points.length];
				if (!point || !next) return '';
				return element('line', { x1: point.x, y1: point.y, x2: next.x, y2: next.y, ...stroke });
			});
	return (
		lines.join('') +
		points.map((point) => (point ? marker(order, { x: point.x, y: point.y }, colour, paint) : '')).join('')
	);
}

function drawAxisLabel(lines: readonly string[], end: Point, centre: Point, paint: Paint): string {
	const dx = (end.x - centre.x) / RADIUS;
	const dy = (end.y - centre.y) / RADIUS;
	const x = centre.x + dx * (RADIUS + 12);
	const y = centre.y + dy * (RADIUS + 12);
	const block = (lines.length - 1) * LABEL_SIZE * LINE_HEIGHT;
	// the block hangs below the lowest axis, stands upon the highest and is centred at the sides
	const baseline = y + LABEL_SIZE * 0.36 - (block * (1 - dy)) / 2 + dy * LABEL_SIZE * 0.4;
	const anchor = Math.abs(dx) < 0.2 ? 'middle' : dx > 0 ? 'start' : 'end';
	return textLines(x, baseline, lines, { size: LABEL_SIZE, weight: 500, anchor, fill: paint.fg });
}
