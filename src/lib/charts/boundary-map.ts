import { geoPath, geoTransform } from 'd3-geo';
import { classMark } from './class-mark.ts';
import { hatchPattern, regionGroup, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { drawing, element } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';
import { tileAbbreviation } from './tile-abbreviations.ts';

/** GeoJSON geometry; positions are longitude, latitude in WGS84 degrees. */
export interface Polygon {
	type: 'Polygon';
	coordinates: number[][][];
}

export interface MultiPolygon {
	type: 'MultiPolygon';
	coordinates: number[][][][];
}

/** Boundary of each region, by Kemendagri code. */
export type Geometries = Readonly<Record<string, Polygon | MultiPolygon>>;

export interface BoundaryMapOptions extends MapOptions {
	/** Who made the boundaries; printed under the map, as their licence asks. */
	credit: string;
	/** Names of the two insets that hold Gresik's and Sumenep's far islands, and of Masalembu. */
	insetLabels: { bawean: string; masalembu: string; kangean: string };
}

/** Proper names, the same in every language. */
export const FAR_ISLANDS = { bawean: 'Bawean', masalembu: 'Masalembu', kangean: 'Kangean' } as const;

/** Degrees: west, south, east, north. */
type Extent = readonly [number, number, number, number];

interface Window {
	key: string;
	extent: Extent;
	/** Upper left corner in the drawing. */
	x: number;
	y: number;
	/** Units for one degree of latitude. */
	scale: number;
}

const WIDTH = 900;
const TOP = 118;
const MAIN_EXTENT: Extent = [110.85, -8.85, 114.7, -6.7];
/** A degree of longitude is this much shorter than one of latitude in the middle of East Java (7.75° S). */
const SQUEEZE = Math.cos((7.75 * Math.PI) / 180);
const MAIN_SCALE = WIDTH / ((MAIN_EXTENT[2] - MAIN_EXTENT[0]) * SQUEEZE);
const MAIN: Window = { key: 'main', extent: MAIN_EXTENT, x: 0, y: TOP, scale: MAIN_SCALE };
/** The far islands, drawn in boxes north of Madura and not where they lie; Masalembu and Kangean at a smaller scale. */
const INSETS: readonly (Window & { key: 'bawean' | 'masalembu' | 'kangean' })[] = [
	{ key: 'bawean', extent: [112.48, -5.92, 112.84, -5.67], x: 380, y: 26, scale: MAIN_SCALE },
	{ key: 'masalembu', extent: [114.3, -5.64, 114.7, -5.02], x: 560, y: 26, scale: MAIN_SCALE * 0.45 },
	{ key: 'kangean', extent: [115.14, -7.27, 116.32, -6.78], x: 712, y: 26, scale: MAIN_SCALE * 0.62 }
];
const CREDIT_SIZE = 11;

/** Map of the boundaries, coloured like the tile map. The province's own government has no boundary of its own here: it
 *  is a labelled box at the upper left. A region without a geometry shows as a mark at its coordinates, so none is lost.
 *  Labels bring their own ground, for they cross borders. */
export function boundaryMap(
	regions: readonly MapRegion[],
	geometries: Geometries,
	options: BoundaryMapOptions
): string {
	const { id, paint, title, credit, insetLabels } = options;
	const [mainWidth, mainHeight] = sizeOf(MAIN);
	// kota last, so that a small one is never under its kabupaten
	const areas = regions
		.filter(({ region }) => region.type !== 'province')
		.sort((a, b) => Number(a.region.type === 'kota') - Number(b.region.type === 'kota') || byCode(a, b));
	const province = regions.filter(({ region }) => region.type === 'province');
	const creditLines = wrapText(credit, WIDTH - 8, CREDIT_SIZE, 3);
	return drawing(
		{
			width: mainWidth,
			height: TOP + mainHeight + 6 + creditLines.length * CREDIT_SIZE * 1.3,
			title,
			font: paint.font,
			interactive: regions.some(({ href }) => href !== undefined)
		},
		hatchPattern(id, paint),
		element('defs', {}, ...[MAIN, ...INSETS].map((window) => clip(id, window))),
		element(
			'g',
			{ 'clip-path': `url(#${id}-clip-main)` },
			...areas.map((area) => drawArea(area, geometries, MAIN, options))
		),
		...areas.map((area) => drawLabel(area, options)),
		...INSETS.map((inset) => drawInset(inset, areas, geometries, options, insetLabels[inset.key])),
		...province.map((tile) => drawProvince(tile, options)),
		textLines(4, TOP + mainHeight + 4 + CREDIT_SIZE, creditLines, { size: CREDIT_SIZE, fill: paint.fg2 })
	);
}

function byCode(a: MapRegion, b: MapRegion): number {
	return a.region.code < b.region.code ? -1 : 1;
}

function sizeOf({ extent: [west, south, east, north], scale }: Window): [width: number, height: number] {
	return [(east - west) * SQUEEZE * scale, (north - south) * scale];
}

function project({ extent, x, y, scale }: Window, lon: number, lat: number): [x: number, y: number] {
	return [x + (lon - extent[0]) * SQUEEZE * scale, y + (extent[3] - lat) * scale];
}

/** A flat projection: at this size a curved one differs by less than a line's width, and rings may wind either way. */
function pathIn(window: Window) {
	return geoPath(
		geoTransform({
			point(lon, lat) {
				this.stream.point(...project(window, lon, lat));
			}
		})
	).digits(1);
}

function clip(id: string, window: Window): string {
	const [width, height] = sizeOf(window);
	return element(
		'clipPath',
		{ id: `${id}-clip-${window.key}` },
		element('rect', { x: window.x, y: window.y, width, height })
	);
}

function drawArea(area: MapRegion, geometries: Geometries, window: Window, options: BoundaryMapOptions): string {
	const { paint } = options;
	const style = regionStyle(area, options);
	const geometry = geometries[area.region.code];
	if (!geometry) {
		const [cx, cy] = project(window, area.region.lon, area.region.lat);
		return regionGroup(area, element('circle', { cx, cy, r: 9, fill: style.fill, stroke: paint.lineStrong }));
	}
	const d = pathIn(window)(geometry) ?? '';
	const shapes = [
		element('path', { d, fill: style.fill, stroke: paint.bg, 'stroke-width': 1.2, 'stroke-linejoin': 'round' })
	];
	if (style.hatched) shapes.push(element('path', { d, fill: 'none', stroke: paint.lineStrong, 'stroke-width': 0.8 }));
	if (style.dashed) {
		shapes.push(element('path', { d, fill: 'none', stroke: paint.fg, 'stroke-width': 1.6, 'stroke-dasharray': '5 3' }));
	}
	return regionGroup(area, ...shapes);
}

/** Letters and mark at the middle of the region; a kota's letters stand in a rounded box, as its tile does. */
function drawLabel(area: MapRegion, options: BoundaryMapOptions): string {
	const { paint } = options;
	const { mark, dashed } = regionStyle(area, options);
	const isKota = area.region.type === 'kota';
	const [lon, lat] = LABEL_PLACES[area.region.code] ?? [area.region.lon, area.region.lat];
	const [x, y] = project(MAIN, lon, lat);
	const size = isKota ? 9 : 11;
	const width = (isKota ? 30 : 34) + (mark === null ? 0 : 10);
	const height = isKota ? 14 : 16;
	const box = element('rect', {
		x: x - width / 2,
		y: y - height / 2,
		width,
		height,
		rx: isKota ? height / 2 : 2,
		fill: paint.halo.fill,
		'fill-opacity': isKota ? null : 0.86,
		stroke: isKota ? paint.halo.text : null,
		'stroke-width': isKota ? 0.8 : null,
		// the box may cover all of a small kota, so it tells what the area would
		'stroke-dasharray': isKota && dashed ? '3 2' : null
	});
	const shift = mark === null ? 0 : 5.5;
	const letters = textLines(x - shift, y + size * 0.36, [tileAbbreviation(area.region.code)], {
		size,
		weight: 700,
		anchor: 'middle',
		fill: paint.halo.text
	});
	const sign =
		mark === null ? '' : classMark(x + width / 2 - (isKota ? 9 : 8), y, isKota ? 3.4 : 4, mark, paint.halo.text);
	return element('g', { 'pointer-events': 'none', 'aria-hidden': 'true' }, box, letters, sign);
}

/** Where a label stands beside its region's middle, so that a small kota and the kabupaten around it both read. */
const LABEL_PLACES: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
	'35.05': [112.3, -8.18],
	'35.06': [112.17, -7.75],
	'35.07': [112.68, -8.2],
	'35.14': [112.85, -7.77],
	'35.15': [112.7, -7.47],
	'35.16': [112.53, -7.6],
	'35.19': [111.67, -7.57],
	'35.25': [112.53, -7.06],
	'35.76': [112.43, -7.45]
};

function drawInset(
	inset: Window,
	areas: readonly MapRegion[],
	geometries: Geometries,
	options: BoundaryMapOptions,
	label: string
): string {
	const { id, paint } = options;
	const [width, height] = sizeOf(inset);
	const inside = areas.filter(({ region }) => touches(geometries[region.code], inset.extent));
	return element(
		'g',
		{ 'aria-hidden': 'true' }, // the region's link is on the main map; here it would be met twice
		element('rect', { x: inset.x, y: inset.y, width, height, fill: paint.bg, stroke: paint.line, 'stroke-width': 1 }),
		element(
			'g',
			{ 'clip-path': `url(#${id}-clip-${inset.key})` },
			...inside.map((area) => drawArea({ ...area, href: undefined }, geometries, inset, options))
		),
		textLines(inset.x, inset.y - 6, [label], { size: 11, weight: 500, fill: paint.fg2 })
	);
}

function touches(geometry: Polygon | MultiPolygon | undefined, [west, south, east, north]: Extent): boolean {
	if (!geometry) return false;
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons.some((rings) =>
		rings[0]?.some(([lon, lat]) => lon! >= west && lon! <= east && lat! >= south && lat! <= north)
	);
}

function drawProvince(tile: MapRegion, options: BoundaryMapOptions): string {
	const style = regionStyle(tile, options);
	const [x, y, width, height] = [1, 8, 250, 66];
	const shapes = [
		element('rect', { x, y, width, height, rx: 3, fill: style.fill, stroke: options.paint.lineStrong }),
		textLines(x + 12, y + 25, wrapText(tile.region.name, width - 50, 15, 1, 600), {
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
	if (style.mark !== null) shapes.push(classMark(x + width - 18, y + 21, 8, style.mark, style.text));
	return regionGroup(tile, ...shapes);
}
