import { count, max } from 'drizzle-orm';
import type { Geometries } from '#lib/domain/geography/geometry.ts';
import type { MapWindows } from '#lib/domain/geography/types.ts';
import { simplifyGeometries } from '#lib/domain/geography/simplify-topology.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { boundaries } from '#lib/server/foundation/db/schema.ts';
import { findProvince, installedVersion } from '#lib/server/places/province/find-province.ts';

/** Outlines of the regions by code, and the credit that their licence asks for. */
export interface Boundaries {
	geometries: Geometries;
	credit: string;
	/** Parts of the earth that the province's map shows; null = one that holds all regions. */
	windows: MapWindows | null;
}

/** Points that a screen can show of a whole map, whatever the number of its regions: some 70 kB of drawing. */
const SCREEN_POINTS = 6_000;

// Derived, and read with every map: kept until others or another profile are installed, or as long as the snapshot that
// they stand in.
const installed = keeper<Boundaries>(1);
const screens = keeper<Boundaries>(1);

/** The installed boundaries of the regions with the credit to their maker, as fine as print takes them; null while
 *  none are installed. */
export function findBoundaries(db: Db): Boundaries | null {
	const { at, rows } = db
		.select({ at: max(boundaries.installedAt), rows: count() })
		.from(boundaries)
		.get()!;
	if (rows === 0) return null;
	return installed(db, { at: `${at}/${rows}/${installedVersion(db)}` }, () => {
		const read = db.select().from(boundaries).all();
		return {
			geometries: Object.fromEntries(read.map((row) => [row.regionCode, JSON.parse(row.geometry)])) as Geometries,
			credit: [...new Set(read.map((row) => row.attribution))].join('; '),
			windows: findProvince(db).map
		};
	});
}

/** Time of the installation in milliseconds, and number of the regions with boundaries; null while there are none. */
export function findInstallation(db: Db): { at: number; regions: number } | null {
	const { at, regions } = db
		.select({ at: max(boundaries.installedAt), regions: count() })
		.from(boundaries)
		.get()!;
	return at === null ? null : { at, regions };
}

/** Boundaries as a screen shows them, simplified with their shared borders kept. */
export function forScreen(all: Boundaries): Boundaries {
	return screens(all, {}, () => ({ ...all, geometries: simplifyGeometries(all.geometries, SCREEN_POINTS) }));
}
