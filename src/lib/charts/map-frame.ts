import { geoPath, geoTransform } from 'd3-geo';
import { type Geometries, type MultiPolygon, type Polygon, polygonsOf } from '../domain/geography/geometry.ts';
import type { Extent, MapWindows, Region } from '../domain/geography/types.ts';

/** A part of the earth and its place in the drawing. */
export interface Window {
	/** `main` or `inset-1`, `inset-2`, …: part of ids in the drawing. */
	key: string;
	extent: Extent;
	/** Upper left corner in the drawing. */
	x: number;
	y: number;
	width: number;
	height: number;
	/** Length of a degree of longitude, as a share of one of latitude. */
	squeeze: number;
	/** Units for one degree of latitude. */
	scale: number;
}

/** A far island, in a box of its own. */
export interface Inset extends Window {
	/** A proper name, the same in every language; as an administrator wrote it. */
	name: string;
}

export interface Frame {
	width: number;
	/** Height down to the lower edge of the main window. */
	height: number;
	main: Window;
	/** Far islands, each in a box with its name. */
	insets: readonly Inset[];
}

const WIDTH = 900;
/** Room above for the province's box and the far islands. */
const TOP = 118;
/** Margin in degrees around regions without outlines. */
const MARGIN = 0.3;

type Placed = Pick<Region, 'type' | 'code' | 'lon' | 'lat'>;

/** Windows for these regions: those of the province, or one that holds all regions.
 *  @param windows null = the province has none */
export function frameOf(regions: readonly Placed[], geometries: Geometries, windows: MapWindows | null): Frame {
	if (windows) return frameFor(windows);
	const [west, south, east, north] = extentOf(regions, geometries);
	const top = regions.some(({ type }) => type === 'province') ? TOP : 8;
	const main = windowOf('main', [west, south, east, north], { x: 0, y: top, squeeze: squeezeAt((south + north) / 2) });
	return { width: WIDTH, height: top + main.height, main, insets: [] };
}

function frameFor({ latitude, main: extent, insets }: MapWindows): Frame {
	const squeeze = squeezeAt(latitude);
	const main = windowOf('main', extent, { x: 0, y: TOP, squeeze });
	return {
		width: WIDTH,
		height: TOP + main.height,
		main,
		insets: insets.map(({ name, extent: part, x, y, scale }, at) => ({
			...windowOf(`inset-${at + 1}`, part, { x, y, squeeze, scale: main.scale * scale }),
			name
		}))
	};
}

function squeezeAt(latitude: number): number {
	return Math.cos((latitude * Math.PI) / 180);
}

/** Bounds of all outlines, or without any those of the places of the regions. */
function extentOf(regions: readonly Placed[], geometries: Geometries): Extent {
	const positions = regions.flatMap(({ code }) => (geometries[code] ? polygonsOf(geometries[code]).flat(2) : []));
	const around = extremes(positions);
	if (around[2] > around[0] && around[3] > around[1]) return around;
	const [west, south, east, north] = extremes(regions.map(({ lon, lat }) => [lon, lat]));
	return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}

function extremes(positions: readonly number[][]): Extent {
	return positions.reduce<Extent>(
		([w, s, e, n], [lon, lat]) => [Math.min(w, lon!), Math.min(s, lat!), Math.max(e, lon!), Math.max(n, lat!)],
		[Infinity, Infinity, -Infinity, -Infinity]
	);
}

function windowOf(
	key: string,
	extent: Extent,
	{ x, y, squeeze, scale }: { x: number; y: number; squeeze: number; scale?: number }
): Window {
	const [west, south, east, north] = extent;
	const unit = scale ?? WIDTH / ((east - west) * squeeze);
	return {
		key,
		extent,
		x,
		y,
		squeeze,
		scale: unit,
		width: (east - west) * squeeze * unit,
		height: (north - south) * unit
	};
}

/** Place of a point of the earth in the drawing. */
export function project({ extent, x, y, squeeze, scale }: Window, lon: number, lat: number): [x: number, y: number] {
	return [x + (lon - extent[0]) * squeeze * scale, y + (extent[3] - lat) * scale];
}

/** The parts of an area that a window shows. */
export function partIn(geometry: Polygon | MultiPolygon, { extent: [west, south, east, north] }: Window): MultiPolygon {
	const inside = polygonsOf(geometry).filter(([outer]) => {
		const lons = outer!.map(([lon]) => lon!);
		const lats = outer!.map(([, lat]) => lat!);
		return (
			Math.max(...lons) >= west && Math.min(...lons) <= east && Math.max(...lats) >= south && Math.min(...lats) <= north
		);
	});
	return { type: 'MultiPolygon', coordinates: inside };
}

/** Path of an area, to a tenth of a unit and in steps from point to point, which is half as long as positions. The
 *  projection is flat: at this size a curved one differs by less than a line's width, and rings may wind either way. */
export function pathIn(window: Window, geometry: MultiPolygon): string {
	const path = new RelativePath();
	const flat = geoTransform({
		point(lon, lat) {
			this.stream.point(...project(window, lon, lat));
		}
	});
	geoPath(flat, path)(geometry);
	return path.text;
}

/** A canvas that writes down the drawn path, in tenths of a unit. */
class RelativePath {
	text = '';
	#x = 0;
	#y = 0;

	moveTo(x: number, y: number): void {
		[this.#x, this.#y] = [Math.round(x * 10), Math.round(y * 10)];
		this.text += `M${this.#x / 10} ${this.#y / 10}l`;
	}
	lineTo(x: number, y: number): void {
		const [dx, dy] = [Math.round(x * 10) - this.#x, Math.round(y * 10) - this.#y];
		if (dx === 0 && dy === 0) return;
		[this.#x, this.#y] = [this.#x + dx, this.#y + dy];
		const gap = /\d$/.test(this.text) && dx >= 0 ? ' ' : '';
		this.text += `${gap}${short(dx)}${dy < 0 ? '' : ' '}${short(dy)}`;
	}
	closePath(): void {
		this.text += 'z';
	}
	arc(): void {
		// areas have none; points would
	}
	beginPath(): void {
		// one path holds all parts
	}
}

/** Writes tenths as a decimal without a leading zero. */
function short(tenths: number): string {
	return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}
