import { expect, test } from 'vitest';
import { findCrossing } from './find-crossing.ts';
import { type Geometries, polygonsOf } from './geometry.ts';
import { simplifyGeometries } from './simplify-topology.ts';

const SIDE = 40;
/** The border between west and east, from south to north: a wavy line. */
const border = Array.from({ length: SIDE + 1 }, (_, at) => [Math.sin(at) * 0.1, at / SIDE]);
const island = Array.from({ length: 30 }, (_, at) => {
	const angle = (at / 30) * 2 * Math.PI;
	return [-0.5 + 0.2 * Math.cos(angle), 0.5 + 0.2 * Math.sin(angle)];
});
const closed = (ring: number[][]) => [...ring, ring[0]!];

/** Two neighbours along a wavy border, and a kota that fills a hole of the western one, its ring begun elsewhere. */
const areas: Geometries = {
	west: { type: 'Polygon', coordinates: [closed([...border, [-1, 1], [-1, 0]]), closed(island)] },
	east: { type: 'Polygon', coordinates: [closed([...border.toReversed(), [1, 0], [1, 1]])] },
	kota: {
		type: 'MultiPolygon',
		coordinates: [[closed([...island.slice(7), ...island.slice(0, 7)].toReversed())]]
	}
};
const count = (geometries: Geometries) =>
	Object.values(geometries).reduce((sum, geometry) => sum + polygonsOf(geometry).flat(2).length, 0);
const points = (ring: number[][] | undefined) => new Set(ring!.map(String));

test('neighbours keep exactly the same border, and a hole the outline of what fills it', () => {
	const simple = simplifyGeometries(areas, 24);
	expect(count(simple)).toBeLessThan(count(areas) / 2);
	const [west, east] = [polygonsOf(simple['west']!)[0]!, polygonsOf(simple['east']!)[0]!];
	const inside = (ring: number[][]) => [...points(ring)].filter((point) => Math.abs(Number(point.split(',')[0])) < 0.5);
	expect(inside(west[0]!)).not.toHaveLength(0);
	expect(new Set(inside(west[0]!))).toEqual(new Set(inside(east[0]!)));
	expect(points(west[1])).toEqual(points(polygonsOf(simple['kota']!)[0]![0]));
});

test.each([0, 12, 30, 60])(
	'with room for %i points every ring is closed and encloses an area without crossing',
	(room) => {
		for (const geometry of Object.values(simplifyGeometries(areas, room))) {
			expect(findCrossing(polygonsOf(geometry).flat())).toBeNull();
			for (const ring of polygonsOf(geometry).flat()) {
				expect(ring.at(-1)).toEqual(ring[0]);
				const area = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0]! * y! - x! * ring[at]![1]!, 0);
				expect(Math.abs(area)).toBeGreaterThan(0.01);
			}
		}
	}
);

test('only points of the file stay, and what is small enough comes back as it is', () => {
	const all = points(Object.values(areas).flatMap((geometry) => polygonsOf(geometry).flat(2)));
	const left = Object.values(simplifyGeometries(areas, 24)).flatMap((geometry) => polygonsOf(geometry).flat(2));
	for (const point of left) expect(all).toContain(String(point));
	expect(simplifyGeometries(areas, 1_000)).toBe(areas);
});
