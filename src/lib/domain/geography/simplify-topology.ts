import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { MultiPolygon as CutMultiPolygon, Polygon as CutPolygon, Topology } from 'topojson-specification';
import { findCrossing } from './find-crossing.ts';
import { type Geometries, polygonsOf } from './geometry.ts';

/** Tries with more points, when fewer make a border cross itself. */
const TRIES = 5;

/** Boundaries with fewer points, the least needed ones left out first (Visvalingam). A border between two areas is simplified
 *  once, so neighbours go on meeting exactly; every ring keeps an area; where the file gives no crossing, none comes about.
 *  @param budget about how many points may stay, shared borders counted once; what has no more comes back as it is */
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

/** A ring of one arc keeps three points between its ends, one of two arcs one on each: two straight ones enclose nothing. */
function keepAreas({ objects, arcs }: Weighed): void {
	for (const area of Object.values(objects))
		for (const ring of area.type === 'Polygon' ? area.arcs : area.arcs.flat())
			if (ring.length < 3) for (const at of ring) keepHeaviest(arcs[at < 0 ? ~at : at]!, ring.length === 1 ? 3 : 1);
}

function keepHeaviest(arc: [number, number, number][], count: number): void {
	const inside = arc.slice(1, -1).sort((a, b) => b[2] - a[2]);
	for (const point of inside.slice(0, count)) point[2] = Infinity;
}
