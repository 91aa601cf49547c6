import type { Geometries } from '#lib/charts/boundary-map.ts';
import type { Db } from '../db/open.ts';
import { boundaries } from '../db/schema.ts';

/** Outlines of the regions by code, and the credit that their licence asks for. */
export interface Boundaries {
	geometries: Geometries;
	credit: string;
}

/** The installed boundaries of the regions and who made them; null while none are installed. */
export function findBoundaries(db: Db): Boundaries | null {
	const rows = db.select().from(boundaries).all();
	if (rows.length === 0) return null;
	return {
		geometries: Object.fromEntries(rows.map((row) => [row.regionCode, JSON.parse(row.geometry)])) as Geometries,
		credit: [...new Set(rows.map((row) => row.attribution))].join('; ')
	};
}
