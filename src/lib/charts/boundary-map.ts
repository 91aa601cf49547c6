import type { Geometries } from '../domain/geography/geometry.ts';
import type { MapWindows } from '../domain/geography/types.ts';
import { regionMark } from './class-mark.ts';
import { drawLabel } from './map-label.ts';
import { type Frame, frameOf, type Inset, partIn, pathIn, project, type Window } from './map-frame.ts';
import { hatchPattern, regionGroup, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export type { Geometries, Polygon } from '../domain/geography/geometry.ts';

export interface BoundaryMapOptions extends MapOptions {
	/** Parts of the earth that the map shows; null = one that holds all regions. */
	windows: MapWindows | null;
	/** Makers of the boundaries; printed under the map, as their licence asks. */
	credit: string;
	/** Letters and mark on each region, or its mark alone; by default letters while they have room. */
	labels?: 'letters' | 'marks';
	/** Radius of a mark that stands alone, in units of the drawing. */
	markSize?: number;
}

const CREDIT_SIZE = 11;
/** Most labels that do not lie upon each other. */
const MOST_LABELS = 60;

/** Draws the map of the boundaries, coloured like the tile map. The province's own government has no boundary of its
 *  own here: it is a labelled box at the upper left. A region without a geometry shows as a mark at its coordinates, so
 *  none is lost. Labels bring their own ground, for they cross borders; that of a kota belongs to its link, for the
 *  kota is small. */
export function boundaryMap(
	regions: readonly MapRegion[],
	geometries: Geometries,
	options: BoundaryMapOptions
): string {
	const { id, paint, title, credit, zoom } = options;
	const frame = frameOf(
		regions.map(({ region }) => region),
		geometries,
		options.windows
	);
	const { main, insets, width, height } = frame;
	// kota last, so that a small one is never under its kabupaten
	const areas = regions
		.filter(({ region }) => region.type !== 'province')
		.sort((a, b) => Number(a.region.type === 'kota') - Number(b.region.type === 'kota') || byCode(a, b));
	const [wide, small] = [areas.filter(({ region }) => region.type !== 'kota'), areas.filter(isKota)];
	const labels = options.labels ?? (areas.length > MOST_LABELS ? 'marks' : 'letters');
	const labelled = { ...options, labels };
	const creditLines = wrapText(credit, width - 8, { size: CREDIT_SIZE, maxLines: 3 });
	const draw = (area: MapRegion) => drawArea(area, geometries, main, labelled);
	return drawing(
		{
			width,
			height: height + 6 + creditLines.length * CREDIT_SIZE * 1.3,
			title,
			font: paint.font,
			interactive: regions.some(({ href }) => href !== undefined),
			zoom
		},
		hatchPattern(id, paint),
		element('defs', {}, ...[main, ...insets].map((window) => clip(id, window))),
		...regions.filter(({ region }) => region.type === 'province').map((tile) => drawProvince(tile, options)),
		// kota stay in their own layer, above all names of kabupaten
		element('g', layerOf(main, options), ...wide.map(draw)),
		element('g', QUIET, ...wide.map((area) => drawLabel(area, main, labelled))),
		element('g', layerOf(main, options), ...small.map(draw)),
		...insets.map((inset) => drawInset(inset, areas, geometries, labelled)),
		textLines(4, height + 4 + CREDIT_SIZE, creditLines, { size: CREDIT_SIZE, fill: paint.fg2 })
	);
}

const QUIET = { 'pointer-events': 'none', 'aria-hidden': 'true' };

function isKota({ region }: MapRegion): boolean {
	return region.type === 'kota';
}

function byCode(a: MapRegion, b: MapRegion): number {
	return a.region.code < b.region.code ? -1 : 1;
}

/** Attributes that the areas of a window share, written once: they are many. */
function layerOf({ key }: Window, { id, paint }: MapOptions) {
	return {
		'clip-path': `url(#${id}-clip-${key})`,
		stroke: paint.bg,
		'stroke-width': 1.2,
		'stroke-linejoin': 'round'
	};
}

function clip(id: string, { key, x, y, width, height }: Window): string {
	return element('clipPath', { id: `${id}-clip-${key}` }, element('rect', { x, y, width, height }));
}

function drawArea(
	area: MapRegion,
	geometries: Geometries,
	window: Frame['main'],
	options: BoundaryMapOptions & { labels: 'letters' | 'marks' }
): string {
	const shapes = drawShapes(area, geometries, window, options);
	if (isKota(area) && window.key === 'main')
		shapes.push(element('g', { stroke: 'none' }, drawLabel(area, window, options)));
	return regionGroup(area, ...shapes);
}

function drawShapes(area: MapRegion, geometries: Geometries, window: Window, options: BoundaryMapOptions): string[] {
	const { id, paint } = options;
	const style = regionStyle(area, options);
	const geometry = geometries[area.region.code];
	if (!geometry) {
		const [cx, cy] = project(window, area.region.lon, area.region.lat);
		return [element('circle', { cx, cy, r: 9, fill: style.fill, stroke: paint.lineStrong })];
	}
	const shape = { d: pathIn(window, partIn(geometry, window)) };
	if (style.dashed) {
		// the outline is large, so it is written once, and painted by the elements around it
		const key = `${id}-${window.key}-${area.region.code}`;
		const lines = { fill: 'none', stroke: paint.fg, 'stroke-width': 1.6, 'stroke-dasharray': '5 3' };
		return [
			element('g', { fill: style.fill }, element('path', { id: key, ...shape })),
			element('use', { href: `#${key}`, ...lines })
		];
	}
	return [element('path', { ...shape, fill: style.fill, stroke: style.hatched ? paint.lineStrong : null })];
}

function drawInset(
	inset: Inset,
	areas: readonly MapRegion[],
	geometries: Geometries,
	options: BoundaryMapOptions & { labels: 'letters' | 'marks' }
): string {
	const { paint } = options;
	const { x, y, width, height } = inset;
	const inside = areas.filter(({ region }) => {
		const geometry = geometries[region.code];
		return geometry !== undefined && partIn(geometry, inset).coordinates.length > 0;
	});
	return element(
		'g',
		{ 'aria-hidden': 'true' }, // the region's link is on the main map; here it would be met twice
		element('rect', { x, y, width, height, fill: paint.bg, stroke: paint.line, 'stroke-width': 1 }),
		element(
			'g',
			layerOf(inset, options),
			...inside.map((area) => drawArea({ ...area, href: undefined }, geometries, inset, options))
		),
		textLines(x, y - 6, [inset.name], { size: 11, weight: 500, fill: paint.fg2 })
	);
}

function drawProvince(tile: MapRegion, options: BoundaryMapOptions): string {
	const style = regionStyle(tile, options);
	const [x, y, width, height] = [1, 8, 250, 66];
	const shapes = [
		element('rect', { x, y, width, height, rx: 3, fill: style.fill, stroke: options.paint.lineStrong }),
		textLines(x + 12, y + 25, wrapText(tile.region.name, width - 50, { size: 15, maxLines: 1, weight: 600 }), {
			size: 15,
			weight: 600,
			fill: style.text
		}),
		textLines(x + 12, y + 53, [tile.label], { size: 22, weight: 600, fill: style.text })
	];
	if (style.dashed) {
		shapes.push(
			element('rect', {
				x: x + 3.5,
				y: y + 3.5,
				width: width - 7,
				height: height - 7,
				rx: 2,
				fill: 'none',
				stroke: style.text,
				'stroke-width': 1.8,
				'stroke-dasharray': '6 4'
			})
		);
	}
	if (style.mark !== null) shapes.push(regionMark({ x: x + width - 18, y: y + 21, radius: 8 }, style.mark, style.text));
	return regionGroup(tile, ...shapes);
}
