import { asc } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { regionByCode } from '#lib/server/foundation/db/hot-queries.ts';
import { regions } from '#lib/server/foundation/db/schema.ts';
import { toRegion } from '#lib/server/foundation/db/stored-province.ts';

/** All regions by code: the province first, then kabupaten, then kota. */
export function listRegions(db: Db): Region[] {
	return db.select().from(regions).orderBy(asc(regions.code)).all().map(toRegion);
}

/** One region; null when no region has the code. */
export function findRegion(db: Db, code: string): Region | null {
	const row = regionByCode.get(db, { code });
	return row ? toRegion(row) : null;
}
