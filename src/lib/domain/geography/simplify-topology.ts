import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { MultiPolygon as CutMultiPolygon, Polygon as CutPolygon, Topology } from 'topojson-specification';
import { findCrossing } from './find-crossing.ts';
import { type Geometries, polygonsOf } from './geometry.ts';

/** Number of tries, each with more points, when fewer make a border cross itself. */
const TRIES = 5;

/** Thins boundaries, the least needed points first (Visvalingam). A border between two areas is simplified once, so
 *  neighbours go on meeting exactly; every ring keeps an area; where the file gives no crossing, none comes about.
 *  @param budget rough number of points that may stay, shared borders counted once; smaller boundaries come back as
 *  they are */
export function simplifyGeometries(geometries: Geometries, budget: number): Geometries {
	const cut = presimplify(topology(geometries as never) as Topology<never>) as unknown as Weighed;
	keepAreas(cut);
	const weights = cut.arcs.flat().map(([, , weight]) => weight);
	const free = weights.filter((weight) => weight < Infinity).sort((a, b) => b - a);
	let wanted = budget;
	for (let n = 0; n < TRIES && wanted < weights.length; n++, wanted *= 1.5) {
		const room = Math.max(0, Math.floor(wanted - (weights.length - free.length)));
		const thin = simplify(cut, free[room - 1] ?? Infinity);
		const simple = Object.fromEntries(
			Object.entries(thin.objects).map(([code, area]) => [
				code,
				(feature(thin, area) as { geometry: unknown }).geometry
			])
		) as Geometries;
		if (Object.values(simple).every((geometry) => findCrossing(polygonsOf(geometry).flat()) === null)) return simple;
	}
	return geometries;
}

type Weighed = Topology<Record<string, CutPolygon | CutMultiPolygon>> & { arcs: [number, number, number][][] };

/** Keeps an area in each ring: three points between the ends of a single arc, one on each arc of two. */
function keepAreas({ objects, arcs }: Weighed): void {
	for (const area of Object.values(objects))
		for (const ring of area.type === 'Polygon' ? area.arcs : area.arcs.flat())
			if (ring.length < 3) for (const at of ring) keepHeaviest(arcs[at < 0 ? ~at : at]!, ring.length === 1 ? 3 : 1);
}

function keepHeaviest(arc: [number, number, number][], count: number): void {
	const inside = arc.slice(1, -1).sort((a, b) => b[2] - a[2]);
	for (const point of inside.slice(0, count)) point[2] = Infinity;
}
