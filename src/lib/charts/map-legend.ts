import { INDEX_BREAKS } from '../domain/analysis/map-measure.ts';
import { regionMark } from './class-mark.ts';
import { hatchPattern, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

export interface LegendOptions extends MapOptions {
	/** Width of the drawing in its own units; entries flow into as many columns as fit. */
	width: number;
	/** Number of regions by class code; shown behind the label when given. */
	counts?: Readonly<Record<string, number>>;
	/** Text for the borders of the colour steps, when coloured by number. */
	format: (value: number) => string;
	labels: { kabupaten: string; kota: string; notAssessed: string; provisional: string };
}

interface Entry {
	tile: Pick<MapRegion, 'value' | 'className' | 'state'>;
	label: string;
	shape: 'square' | 'round';
}

const COLUMN = 210;
const ROW = 34;
const SIZE = 12.5;

/** Draws the legend of colours, marks, hatching, dashes and corners of the maps, for paper; a page has its own. */
export function mapLegend(options: LegendOptions): string {
	const { id, title, paint, width } = options;
	const entries = listEntries(options);
	const columns = Math.max(1, Math.floor(width / COLUMN));
	const rows = Math.ceil(entries.length / columns);
	const columnWidth = width / columns;
	return drawing(
		{ width, height: rows * ROW + 2, title, font: paint.font },
		hatchPattern(id, paint),
		...entries.map((entry, i) =>
			// down the columns, so that the classes stay under each other
			drawEntry(
				entry,
				{ x: Math.floor(i / rows) * columnWidth, y: (i % rows) * ROW + ROW / 2 + 1, columnWidth },
				options
			)
		)
	);
}

function listEntries({ colourBy, classes, counts, breaks = INDEX_BREAKS, format, labels }: LegendOptions): Entry[] {
	const assessed = { state: 'assessed', shape: 'square' } as const;
	const steps: Entry[] =
		colourBy === 'class'
			? []
			: [...breaks, Infinity].map((to, i) => {
					const from = breaks[i - 1];
					const label =
						from === undefined
							? `< ${format(to)}`
							: to === Infinity
								? `≥ ${format(from)}`
								: `${format(from)} – < ${format(to)}`;
					return { tile: { value: from ?? to - 1, className: null, state: 'assessed' }, label, shape: 'square' };
				});
	const marks: Entry[] = classes.map(({ code, label }) => ({
		tile: { value: null, className: code, state: assessed.state },
		label: counts ? `${label}: ${counts[code] ?? 0}` : label,
		shape: assessed.shape
	}));
	const blank = { value: null, className: null } as const;
	return [
		...steps,
		...marks,
		{ tile: { ...blank, state: 'none' }, label: labels.notAssessed, shape: 'square' },
		{ tile: { ...blank, state: 'provisional' }, label: labels.provisional, shape: 'square' },
		{ tile: { ...blank, state: 'hidden' }, label: labels.kabupaten, shape: 'square' },
		{ tile: { ...blank, state: 'hidden' }, label: labels.kota, shape: 'round' }
	];
}

function drawEntry(
	{ tile, label, shape }: Entry,
	{ x, y, columnWidth }: { x: number; y: number; columnWidth: number },
	options: LegendOptions
): string {
	const { paint } = options;
	// in a map by number the class shows as its mark alone, so its swatch has no colour
	const markOnly = tile.className !== null && options.colourBy === 'number';
	const style = regionStyle(tile, { ...options, colourBy: tile.className === null ? 'number' : 'class' });
	const plain = markOnly || tile.state === 'provisional';
	const round = shape === 'round';
	const swatch = { y: y - 11, width: 22, height: 22, rx: round ? 8 : 2 };
	const box = element('rect', {
		x: x + 1,
		...swatch,
		fill: plain ? paint.bg : style.fill,
		stroke: markOnly ? paint.line : paint.lineStrong,
		'stroke-width': 1
	});
	const inner = { x: x + 4, y: y - 8, width: 16, height: 16, fill: 'none' };
	const second = round ? element('rect', { ...inner, rx: 5, stroke: paint.fg2, 'stroke-width': 1 }) : '';
	const dashes =
		tile.state === 'provisional'
			? element('rect', { ...inner, rx: 1, stroke: paint.fg, 'stroke-width': 1.6, 'stroke-dasharray': '4 3' })
			: '';
	const mark =
		style.mark === null ? '' : regionMark({ x: x + 12, y, radius: 6 }, style.mark, markOnly ? paint.fg : style.text);
	const lines = wrapText(label, columnWidth - 44, { size: SIZE, maxLines: 2 });
	const baseline = y + SIZE * 0.36 - ((lines.length - 1) * SIZE * LINE_HEIGHT) / 2;
	return box + second + dashes + mark + textLines(x + 32, baseline, lines, { size: SIZE, fill: paint.fg });
}
