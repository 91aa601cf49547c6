import { scaleLinear } from 'd3-scale';
import { regionMark } from './class-mark.ts';
import { hatchPattern, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface RankingRow {
	tile: MapRegion;
	/** Competition rank; null for a region that is not ranked. */
	rank: number | null;
	/** Name as shown, with its type: `Kab. Nduga`. */
	name: string;
}

export interface RankingOptions extends MapOptions {
	/** Values at which bars begin and end: 1 and 5 for an index. */
	from: number;
	to: number;
	/** Dashed lines at the borders of classes, ascending, with a short label on top. */
	marks?: readonly { value: number; label: string }[];
}

const WIDTH = 720;
const ROW = 20;
const TOP = 34;
const MARK_LINE = 15;
const NAME_LEFT = 38;
const PLOT_LEFT = 214;
const PLOT_RIGHT = 668;

/** Draws one row a region in the order given: rank, name, bar to its value in its colour with the class mark, the
 *  value. A region without a value has a hatched row and its label; a provisional one a dashed outline. */
export function rankingChart(rows: readonly RankingRow[], options: RankingOptions): string {
	const { id, title, paint, from, to, marks = [] } = options;
	const x = scaleLinear([from, to], [PLOT_LEFT, PLOT_RIGHT]).clamp(true);
	// neighbours on lines of their own, so that a label has the room up to the mark after the next
	const lines = Math.min(2, marks.length);
	const top = TOP + Math.max(0, lines - 1) * MARK_LINE;
	const bottom = top + rows.length * ROW;
	return drawing(
		{ width: WIDTH, height: bottom + 6, title, font: paint.font },
		hatchPattern(id, paint),
		...marks.map(({ value }, i) =>
			element('line', {
				x1: x(value),
				y1: top - 8 - (i % lines) * MARK_LINE,
				x2: x(value),
				y2: bottom,
				stroke: paint.lineStrong,
				'stroke-dasharray': '3 3'
			})
		),
		...marks.map(({ value, label }, i) => {
			const next = marks[i + lines];
			const room = (next ? x(next.value) : WIDTH) - x(value) - 10;
			const y = top - 12 - (i % lines) * MARK_LINE;
			return textLines(x(value) + 4, y, wrapText(label, room, { size: 11, maxLines: 1 }), {
				size: 11,
				fill: paint.fg2,
				halo: paint.bg
			});
		}),
		...rows.map((row, i) => drawRow(row, top + i * ROW, x, options))
	);
}

function drawRow(
	{ tile, rank, name }: RankingRow,
	y: number,
	x: (value: number) => number,
	options: RankingOptions
): string {
	const { paint } = options;
	const style = regionStyle(tile, options);
	const baseline = y + ROW / 2 + 4.2;
	const bold = tile.region.type === 'province' ? 700 : 400;
	// the length of a bar would tell the hidden value
	const shown = tile.state === 'hidden' ? null : tile.value;
	const end = shown === null ? PLOT_RIGHT : Math.max(x(shown), PLOT_LEFT + 18);
	return [
		textLines(26, baseline, [rank === null ? '–' : String(rank)], { size: 12, anchor: 'end', fill: paint.fg2 }),
		textLines(NAME_LEFT, baseline, wrapText(name, PLOT_LEFT - NAME_LEFT - 8, { size: 12, maxLines: 1, weight: bold }), {
			size: 12,
			weight: bold,
			fill: paint.fg
		}),
		element('rect', {
			x: PLOT_LEFT,
			y: y + 2.5,
			width: end - PLOT_LEFT,
			height: ROW - 5,
			fill: style.fill,
			stroke: style.dashed ? paint.fg : style.hatched ? paint.line : null,
			'stroke-dasharray': style.dashed ? '5 3' : null,
			'stroke-width': style.dashed ? 1.6 : 1
		}),
		style.mark === null ? '' : regionMark({ x: end - 9.5, y: y + ROW / 2, radius: 5 }, style.mark, style.text),
		textLines(
			WIDTH - 2,
			baseline,
			wrapText(tile.label, WIDTH - PLOT_RIGHT - 10, { size: 12, maxLines: 1, weight: 600 }),
			{
				size: 12,
				weight: 600,
				anchor: 'end',
				fill: paint.fg
			}
		)
	].join('');
}
