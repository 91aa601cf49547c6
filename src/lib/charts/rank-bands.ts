import { scaleLinear } from 'd3-scale';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface RankBandRow {
	/** Name as shown, with its type. */
	name: string;
	official: number;
	median: number;
	/** 5th and 95th percentile of the rank. */
	band: [number, number];
	/** The row begins a group of regions that cannot be told apart. */
	startsGroup: boolean;
}

interface Options {
	paint: Paint;
	title: string;
	/** Words for the marks, in the order band, median, official. */
	legend: [string, string, string];
}

const WIDTH = 720;
const ROW = 20;
const TOP = 56;
const LEFT = 206;
const RIGHT = 700;

/** Draws one row a region: the band of its ranks as a bar, the median as a dot, the official rank as an upright stroke.
 *  A line parts groups that can be told apart. */
export function rankBands(rows: readonly RankBandRow[], { paint, title, legend }: Options): string {
	const last = Math.max(2, rows.length);
	const x = scaleLinear([1, last], [LEFT, RIGHT]);
	const bottom = TOP + rows.length * ROW;
	const ticks = [1, ...x.ticks(8).filter((tick) => tick > 2 && tick < last - 1), last];
	return drawing(
		{ width: WIDTH, height: bottom + 6, title, font: paint.font },
		drawLegend(legend, paint),
		...ticks.flatMap((tick) => [
			element('line', { x1: x(tick), y1: TOP - 6, x2: x(tick), y2: bottom, stroke: paint.line }),
			textLines(x(tick), TOP - 12, [String(tick)], { size: 11, anchor: 'middle', fill: paint.fg2 })
		]),
		...rows.map((row, at) => drawRow(row, { y: TOP + at * ROW, x }, at > 0, paint))
	);
}

function drawRow(
	{ name, official, median, band, startsGroup }: RankBandRow,
	{ y, x }: { y: number; x: (rank: number) => number },
	isBelow: boolean,
	paint: Paint
): string {
	const middle = y + ROW / 2;
	return [
		startsGroup && isBelow
			? element('line', { x1: 0, y1: y, x2: WIDTH, y2: y, stroke: paint.lineStrong, 'stroke-dasharray': '2 3' })
			: '',
		textLines(0, middle + 4.2, wrapText(name, LEFT - 16, { size: 12, maxLines: 1 }), { size: 12, fill: paint.fg }),
		drawBand(x(band[0]), x(band[1]), middle, paint),
		drawMedian(x(median), middle, paint),
		drawOfficial(x(official), middle, paint)
	].join('');
}

function drawBand(from: number, to: number, middle: number, paint: Paint): string {
	return element('rect', {
		x: from - 3,
		y: middle - 4,
		width: to - from + 6,
		height: 8,
		rx: 4,
		fill: paint.ramp[1]!.fill
	});
}

function drawMedian(x: number, middle: number, paint: Paint): string {
	return element('circle', { cx: x, cy: middle, r: 4, fill: paint.accent });
}

function drawOfficial(x: number, middle: number, paint: Paint): string {
	return element('line', { x1: x, y1: middle - 7, x2: x, y2: middle + 7, stroke: paint.fg, 'stroke-width': 2 });
}

function drawLegend([band, median, official]: Options['legend'], paint: Paint): string {
	const label = (x: number, text: string) => textLines(x, 16, [text], { size: 12, fill: paint.fg });
	return [
		drawBand(6, 28, 12, paint),
		label(40, band),
		drawMedian(262, 12, paint),
		label(272, median),
		drawOfficial(390, 12, paint),
		label(400, official)
	].join('');
}
