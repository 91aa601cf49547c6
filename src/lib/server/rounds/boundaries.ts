import { count, max } from 'drizzle-orm';
import type { Geometries } from '#lib/domain/geography/geometry.ts';
import { simplifyGeometries } from '#lib/domain/geography/simplify-topology.ts';
import type { Db } from '../db/open.ts';
import { boundaries } from '../db/schema.ts';

/** Boundaries of the regions and who made them. */
export interface Boundaries {
	geometries: Geometries;
	credit: string;
	/** When they were installed, in milliseconds. */
	installedAt: number;
}

/** What a screen can show of a whole map, however many its regions are: some 70 kB of drawing. */
const SCREEN_POINTS = 6_000;

interface Kept {
	key: string;
	print: Boundaries;
	/** Made when first asked for. */
	screen?: Boundaries;
}

// Derived from the table, and read with every map: kept until others are installed.
const caches = new WeakMap<Db, Kept>();

/** The installed boundaries as they are printed; null while none are installed. */
export function findBoundaries(db: Db): Boundaries | null {
	return read(db)?.print ?? null;
}

/** The installed boundaries as a screen shows them, simplified with their shared borders kept; null while none are. */
export function findScreenBoundaries(db: Db): Boundaries | null {
	const kept = read(db);
	if (!kept) return null;
	kept.screen ??= { ...kept.print, geometries: simplifyGeometries(kept.print.geometries, SCREEN_POINTS) };
	return kept.screen;
}

function read(db: Db): Kept | null {
	const installed = db
		.select({ at: max(boundaries.installedAt), rows: count() })
		.from(boundaries)
		.get();
	if (!installed?.at) return null;
	const key = `${installed.at}/${installed.rows}`;
	const kept = caches.get(db);
	if (kept?.key === key) return kept;
	const rows = db.select().from(boundaries).all();
	const print = {
		geometries: Object.fromEntries(rows.map((row) => [row.regionCode, JSON.parse(row.geometry)])) as Geometries,
		credit: [...new Set(rows.map((row) => row.attribution))].join('; '),
		installedAt: installed.at
	};
	const made = { key, print };
	caches.set(db, made);
	return made;
}
