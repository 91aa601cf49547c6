import { type Arc, cutRings } from './arcs.ts';
import { findCrossing } from './find-crossing.ts';
import { type Geometries, type MultiPolygon, type Polygon, polygonsOf } from './geometry.ts';

/** Tries with more points, when fewer make a border cross itself. */
const TRIES = 5;

/** Boundaries with fewer points, the least needed ones left out first. A border between two areas is simplified once, so
 *  neighbours go on meeting exactly; every ring keeps an area; where the file gives no crossing, none comes about.
 *  @param budget about how many points may stay, shared borders counted once; what has no more comes back as it is */
export function simplifyGeometries(geometries: Geometries, budget: number): Geometries {
	const rings = Object.values(geometries).flatMap((geometry) => polygonsOf(geometry).flat());
	const { arcs, cut } = cutRings(rings);
	const total = arcs.reduce((sum, { points }) => sum + points.length, 0);
	let wanted = budget;
	for (let n = 0; n < TRIES && wanted < total; n++, wanted *= 1.5) {
		const kept = keepHeaviest(arcs, wanted);
		const thin = new Map(
			rings.map((ring, at) => {
				const parts = cut[at]!.map(({ arc, reversed }) => (reversed ? kept.get(arc)!.toReversed() : kept.get(arc)!));
				return [ring, [...parts.flatMap((part) => part.slice(0, -1)), parts[0]![0]!]];
			})
		);
		const simple = mapRings(geometries, (ring) => thin.get(ring)!);
		if (Object.values(simple).every((geometry) => findCrossing(polygonsOf(geometry).flat()) === null)) return simple;
	}
	return geometries;
}

function keepHeaviest(arcs: readonly Arc[], budget: number): Map<Arc, number[][]> {
	const weights = arcs.flatMap((arc) => arc.weights);
	const free = weights.filter((weight) => weight < Infinity).sort((a, b) => b - a);
	const room = Math.max(0, Math.floor(budget - (weights.length - free.length)));
	const least = free[room] ?? -1; // those above it fit
	return new Map(arcs.map((arc) => [arc, arc.points.filter((_, at) => arc.weights[at]! > least)]));
}

function mapRings(geometries: Geometries, change: (ring: number[][]) => number[][]): Geometries {
	const changed = (geometry: Polygon | MultiPolygon): Polygon | MultiPolygon =>
		geometry.type === 'Polygon'
			? { type: 'Polygon', coordinates: geometry.coordinates.map(change) }
			: { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(change)) };
	return Object.fromEntries(Object.entries(geometries).map(([code, geometry]) => [code, changed(geometry)]));
}
