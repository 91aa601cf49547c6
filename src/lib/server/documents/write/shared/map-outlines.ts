import { frameOf, partIn, pathIn, project, type Window } from '#lib/charts/map-frame.ts';
import { labelPlace } from '#lib/charts/map-label.ts';
import { tileAbbreviation } from '#lib/charts/tile-abbreviations.ts';
import { type Geometries, type MultiPolygon, polygonsOf } from '#lib/domain/geography/geometry.ts';
import { simplifyGeometries } from '#lib/domain/geography/simplify-topology.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { classTone } from './class-tone.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** A box of the drawing; all lengths are in units of its width. */
interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Look of a region. */
interface Look {
	/** Place of its class on the scale of four, 0 = furthest behind; null = no class. */
	tone: number | null;
	/** The region is not the subject of the report: no figure of it is given. */
	quiet: boolean;
	isProvisional: boolean;
}

/** Outlines of the map on true boundaries for a Word document, which draws it with shapes of its own. */
export interface MapOutlines {
	width: number;
	height: number;
	/** SVG path of each region's area, in a box; far islands once more in their window. */
	areas: (Look & Box & { path: string })[];
	/** Letters of each region, and its place when they stand beside it. */
	labels: (Look & { x: number; y: number; text: string; isKota: boolean; place: [x: number, y: number] })[];
	/** Windows of far islands, with their names. */
	windows: (Box & { name: string })[];
	/** The province's own government, which has no boundary here. */
	province: (Look & { name: string; value: string }) | null;
}

/** Points of a map of this size at most; more would only make the file larger. */
const MOST_POINTS = 6_000;
/** Half the side of the square for a region without a boundary, in units of the drawing. */
const SPOT = 9;

/** Places the outlines in the windows of the one map of screen, print and PDF. In the report of one region the
 *  others stay quiet: their results are not its subject, and are not handed over.
 *  @param marked code of the one region that the report is about; null = all */
export function mapOutlines(basis: ReportBasis, all: Geometries, marked: string | null, locale: Locale): MapOutlines {
	const { results } = basis;
	const geometries = simplifyGeometries(all, MOST_POINTS);
	const frame = frameOf(
		results.map(({ region }) => region),
		geometries,
		basis.boundaries?.windows ?? null
	);
	const { main, insets } = frame;
	// kota last, so that a small one is never under its kabupaten
	const local = results
		.filter(({ region }) => region.type !== 'province')
		.sort((a, b) => Number(a.region.type === 'kota') - Number(b.region.type === 'kota'));
	const own = results.find(({ region }) => region.type === 'province');
	const lookOf = ({ region, score }: ReportResult): Look => {
		const quiet = marked !== null && region.code !== marked;
		return {
			quiet,
			tone: quiet ? null : classTone(basis, score.readinessClass),
			isProvisional: !quiet && score.provisional && score.index !== null
		};
	};
	return {
		width: frame.width,
		height: frame.height,
		areas: [main, ...insets].flatMap((window) =>
			local.flatMap((result) => {
				const geometry = geometries[result.region.code];
				const part = geometry ? partIn(geometry, window) : spotOf(result, window, main);
				if (part.coordinates.length === 0) return [];
				return [{ ...lookOf(result), ...boxOf(part, window), path: pathIn(window, part) }];
			})
		),
		labels: local.map((result) => {
			const { type, lon, lat } = result.region;
			const [x, y] = project(main, ...labelPlace(result.region));
			const place = project(main, lon, lat);
			return { ...lookOf(result), x, y, place, text: tileAbbreviation(result.region), isKota: type === 'kota' };
		}),
		windows: insets.map(({ name, x, y, width, height }) => ({ name, left: x, top: y, width, height })),
		province: own
			? {
					...lookOf(own),
					name: own.region.name,
					value: lookOf(own).quiet ? '' : formatIndex(own.score.index, locale)
				}
			: null
	};
}

/** A small square at the place of a region without a boundary, in the main window alone. */
function spotOf({ region: { lon, lat } }: ReportResult, window: Window, main: Window): MultiPolygon {
	if (window !== main) return { type: 'MultiPolygon', coordinates: [] };
	const [x, y] = [SPOT / (window.squeeze * window.scale), SPOT / window.scale];
	const ring = [
		[lon - x, lat - y],
		[lon - x, lat + y],
		[lon + x, lat + y],
		[lon + x, lat - y],
		[lon - x, lat - y]
	];
	return { type: 'MultiPolygon', coordinates: [[ring]] };
}

function boxOf(part: MultiPolygon, window: Window): Box {
	const points = polygonsOf(part)
		.flat(2)
		.map(([lon, lat]) => project(window, lon!, lat!));
	const [left, top] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis]!))) as [number, number];
	const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis]!))) as [number, number];
	return { left, top, width: right - left, height: bottom - top };
}
