import { z } from 'zod';
import { findCrossing } from '#lib/domain/geography/find-crossing.ts';
import { simplifyGeometries } from '#lib/domain/geography/simplify-topology.ts';
import { boundaries } from '#lib/server/foundation/db/schema.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';

/** Larger files make the map slow and are hardly meant for it; simplify them first. */
export const BOUNDARIES_MAX_BYTES = 20 * 1024 * 1024;

/** Points that a printed map can show; a finer file is simplified to these, its borders kept together. */
const PRINT_POINTS = 40_000;

/** A fault of a file of boundaries; `code` ends a message key. */
export type BoundaryFault =
	| { code: 'too_large' | 'not_json' | 'not_collection' | 'attribution_missing' }
	| { code: 'other_reference_system'; params: { name: string } }
	| { code: 'region_missing' | 'region_twice' | 'no_area' | 'ring_open' | 'ring_flat'; params: { region: string } }
	/** `place` is the feature's place in the file, from 1. */
	| { code: 'code_missing' | 'region_unknown'; params: { place: number; region: string } }
	| { code: 'out_of_range' | 'ring_crosses'; params: { region: string; position: string } };

const Position = z.array(z.number()).min(2).max(4);
const Ring = z.array(Position);
const Geometry = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
	z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) })
]);
type Geometry = z.infer<typeof Geometry>;

const Collection = z.object({
	type: z.literal('FeatureCollection'),
	attribution: z.string().trim().min(1).optional().catch(undefined),
	crs: z
		.object({ properties: z.object({ name: z.string() }) })
		.nullish()
		.catch(undefined),
	features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }))
});

/** Installs the boundaries of all kabupaten and kota from a GeoJSON in WGS84, in place of those installed before.
 *  @param text the file; each feature has the region's code in `code`
 *  @param attribution name of their maker; where null, the file's own member `attribution`
 *  @returns the number of regions, or every fault and nothing installed */
export function installBoundaries(
	context: Acting<Actor>,
	text: string,
	attribution: string | null
): { regions: number } | { faults: BoundaryFault[] } {
	const { db, now } = context;
	const codes = listRegions(db).flatMap(({ code, type }) => (type === 'province' ? [] : [code]));
	const read = readBoundaries(text, codes);
	if ('faults' in read) return read;
	const credit = attribution?.trim() || read.attribution;
	if (!credit) return { faults: [{ code: 'attribution_missing' }] };
	const geometries = Object.entries(simplifyGeometries(Object.fromEntries(read.geometries), PRINT_POINTS));
	command(context, (tx, within) => {
		tx.delete(boundaries).run();
		for (const [regionCode, geometry] of geometries)
			tx.insert(boundaries)
				.values({ regionCode, geometry: JSON.stringify(geometry), attribution: credit, installedAt: now })
				.run();
		record(within, {
			action: 'boundaries.install',
			subject: 'boundaries',
			after: { regions: read.geometries.size, attribution: credit }
		});
	});
	return { regions: read.geometries.size };
}

function readBoundaries(
	text: string,
	codes: readonly string[]
): { geometries: Map<string, Geometry>; attribution: string | null } | { faults: BoundaryFault[] } {
	if (Buffer.byteLength(text) > BOUNDARIES_MAX_BYTES) return { faults: [{ code: 'too_large' }] };
	let content: unknown;
	try {
		content = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return { faults: [{ code: 'not_json' }] };
	}
	const parsed = Collection.safeParse(content);
	if (!parsed.success) return { faults: [{ code: 'not_collection' }] };
	const { attribution, crs, features } = parsed.data;
	const system = crs?.properties.name;
	if (system && !/(CRS84|4326|WGS ?84)/i.test(system))
		return { faults: [{ code: 'other_reference_system', params: { name: system } }] };

	const faults: BoundaryFault[] = [];
	const geometries = new Map<string, Geometry>();
	features.forEach(({ properties, geometry }, at) => {
		const code = properties?.code;
		const region = typeof code === 'string' ? code : '';
		if (!region) return faults.push({ code: 'code_missing', params: { place: at + 1, region } });
		if (!codes.includes(region)) return faults.push({ code: 'region_unknown', params: { place: at + 1, region } });
		if (geometries.has(region)) return faults.push({ code: 'region_twice', params: { region } });
		const area = Geometry.safeParse(geometry);
		if (!area.success) return faults.push({ code: 'no_area', params: { region } });
		faults.push(...checkRings(area.data, region));
		return geometries.set(region, area.data);
	});
	const named = new Set(features.map(({ properties }) => properties?.code));
	for (const region of codes) if (!named.has(region)) faults.push({ code: 'region_missing', params: { region } });
	return faults.length > 0 ? { faults } : { geometries, attribution: attribution ?? null };
}

/** The first fault of each kind in a region's rings. */
function checkRings({ type, coordinates }: Geometry, region: string): BoundaryFault[] {
	const rings = type === 'Polygon' ? coordinates : coordinates.flat();
	const outside = rings.flat().find(([lon, lat]) => Math.abs(lon!) > 180 || Math.abs(lat!) > 90);
	const isClosed = (ring: z.infer<typeof Ring>) => {
		const [first, last] = [ring[0], ring.at(-1)];
		return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
	};
	const crossing = findCrossing(rings);
	return [
		...(outside
			? [{ code: 'out_of_range' as const, params: { region, position: outside.slice(0, 2).join(', ') } }]
			: []),
		...(rings.every(isClosed) ? [] : [{ code: 'ring_open' as const, params: { region } }]),
		...(rings.every((ring) => !isClosed(ring) || signedArea(ring) !== 0)
			? []
			: [{ code: 'ring_flat' as const, params: { region } }]),
		...(crossing ? [{ code: 'ring_crosses' as const, params: { region, position: crossing.join(', ') } }] : [])
	];
}

/** Twice the area that a ring encloses, in square degrees; its sign tells the direction. */
function signedArea(ring: z.infer<typeof Ring>): number {
	return ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0]! * y! - x! * ring[at]![1]!, 0);
}
