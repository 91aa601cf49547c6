import { scaleLinear } from 'd3-scale';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface SlopeRow {
	name: string;
	from: number;
	to: number;
	/** Values as shown beside the ends. */
	fromLabel: string;
	toLabel: string;
	/** Direction of the change: −1 lost, 0 the same as shown, 1 gained. */
	direction: -1 | 0 | 1;
}

export interface SlopeOptions {
	title: string;
	paint: Paint;
	/** Headings over the two ends. */
	ends: [string, string];
	/** Words for a line that rises, stays, falls. */
	legend: [string, string, string];
}

const WIDTH = 720;
const LEFT = 250;
const RIGHT = 470;
const TOP = 76;
const LABEL = 14;

/** Draws one line a region from an earlier value to a later one. Rising lines are full, falling ones dashed, and level
 *  ones thin, so that no colour has to be told apart. Labels that would lie on each other are pushed apart, in their
 *  order. */
export function slopeChart(rows: readonly SlopeRow[], { title, paint, ends, legend }: SlopeOptions): string {
	const values = rows.flatMap(({ from, to }) => [from, to]);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const height = Math.max(160, rows.length * LABEL + 40);
	const y = scaleLinear([low, high === low ? low + 1 : high], [TOP + height, TOP]);
	const places = (pick: (row: SlopeRow) => number) =>
		spreadOut(
			rows.map((row) => y(pick(row))),
			TOP,
			TOP + height
		);
	const [left, right] = [places(({ from }) => from), places(({ to }) => to)];
	return drawing(
		{ width: WIDTH, height: TOP + height + 14, title, font: paint.font },
		drawLegend(legend, paint),
		textLines(LEFT, 54, wrapText(ends[0], LEFT, { size: 12, maxLines: 1, weight: 600 }), {
			size: 12,
			weight: 600,
			anchor: 'end',
			fill: paint.fg
		}),
		textLines(RIGHT, 54, wrapText(ends[1], WIDTH - RIGHT, { size: 12, maxLines: 1, weight: 600 }), {
			size: 12,
			weight: 600,
			fill: paint.fg
		}),
		...[LEFT, RIGHT].map((x) =>
			element('line', { x1: x, y1: TOP - 8, x2: x, y2: TOP + height + 8, stroke: paint.lineStrong })
		),
		...rows.map(({ from, to, direction }) => slope({ x1: LEFT, y1: y(from), x2: RIGHT, y2: y(to) }, direction, paint)),
		...rows.map((row, at) => drawEnds(row, y, [left[at]!, right[at]!], paint))
	);
}

function drawEnds(
	{ name, from, to, fromLabel, toLabel, direction }: SlopeRow,
	y: (value: number) => number,
	[left, right]: [number, number],
	paint: Paint
): string {
	const weight = direction === 0 ? 400 : 600;
	const lead = (x: number, at: number, towards: number, label: number) =>
		element('polyline', {
			points: `${x},${at.toFixed(1)} ${towards},${label.toFixed(1)}`,
			fill: 'none',
			stroke: paint.lineStrong,
			'stroke-width': 0.6
		});
	return [
		lead(LEFT, y(from), LEFT - 12, left),
		lead(RIGHT, y(to), RIGHT + 12, right),
		textLines(LEFT - 16, left + 3.8, [`${cutName(name, 170)} ${fromLabel}`], {
			size: 11,
			weight,
			anchor: 'end',
			fill: paint.fg
		}),
		textLines(RIGHT + 16, right + 3.8, [`${toLabel} ${cutName(name, 170)}`], { size: 11, weight, fill: paint.fg })
	].join('');
}

function cutName(name: string, width: number): string {
	return wrapText(name, width, { size: 11, maxLines: 1, weight: 600 })[0] ?? '';
}

function slope(
	{ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
	direction: SlopeRow['direction'],
	paint: Paint
): string {
	return element('line', {
		x1,
		y1,
		x2,
		y2,
		stroke: direction === 0 ? paint.lineStrong : direction > 0 ? paint.accent : paint.fg,
		'stroke-width': direction === 0 ? 1 : 1.8,
		'stroke-dasharray': direction < 0 ? '5 3' : null
	});
}

function drawLegend(words: SlopeOptions['legend'], paint: Paint): string {
	return ([1, 0, -1] as const)
		.map((direction, at) => {
			const x = at * 200;
			return (
				slope({ x1: x, y1: 12, x2: x + 30, y2: 12 }, direction, paint) +
				textLines(x + 38, 16, [words[at]!], { size: 12, fill: paint.fg })
			);
		})
		.join('');
}

/** Moves labels apart until none lies on another, all together as little as that takes: the places less their rank in
 *  labels must not fall, and the nearest such ones by squares are found by pooling neighbours (isotonic regression).
 *  @param wanted places, in any order; the answer is in the same order
 *  @param from first place for a label
 *  @param to last place for a label; too many labels reach beyond */
export function spreadOut(wanted: readonly number[], from: number, to: number): number[] {
	const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
	const pools: { sum: number; count: number }[] = [];
	for (const [rank, at] of order.entries()) {
		let pool = { sum: wanted[at]! - rank * LABEL, count: 1 };
		for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
			pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
			pools.pop();
		}
		pools.push(pool);
	}
	const most = Math.max(from, to - (order.length - 1) * LABEL);
	const bases = pools.flatMap(({ sum, count }) =>
		Array.from({ length: count }, () => Math.min(most, Math.max(from, sum / count)))
	);
	const result = Array.from({ length: wanted.length }, () => 0);
	for (const [rank, at] of order.entries()) result[at] = bases[rank]! + rank * LABEL;
	return result;
}
