import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Db } from './connect.ts';
import { province, regions } from './schema.ts';

/** Makes a region of its row. */
export function toRegion(row: typeof regions.$inferSelect): Region {
	const { code, name, type, area, capital, lat, lon, tileRow, tileCol, abbreviation, labelLat, labelLon } = row;
	const tile = tileRow === null || tileCol === null ? null : { row: tileRow, col: tileCol };
	const label = labelLat === null || labelLon === null ? null : { lat: labelLat, lon: labelLon };
	return { code, name, type, area, capital, lat, lon, tile, abbreviation, label };
}

function toRow({ tile, label, ...region }: Region): typeof regions.$inferInsert {
	return {
		...region,
		tileRow: tile?.row ?? null,
		tileCol: tile?.col ?? null,
		labelLat: label?.lat ?? null,
		labelLon: label?.lon ?? null
	};
}

/** Writes regions, over those that are there. */
export function putRegions(tx: Db, wanted: readonly Region[]): void {
	for (const region of wanted) {
		const { code, ...row } = toRow(region);
		tx.insert(regions)
			.values({ code, ...row })
			.onConflictDoUpdate({ target: regions.code, set: row })
			.run();
	}
}

/** Writes the text of a profile, with the next version. */
export function putProfile(tx: Db, text: string, now: number): void {
	const row = { profile: text, hash: profileHash(text), installedAt: now };
	tx.insert(province)
		.values({ id: 1, version: 1, ...row })
		.onConflictDoUpdate({ target: province.id, set: { ...row, version: sql`${province.version} + 1` } })
		.run();
}

/** Reads the row of the profile.
 *  @throws Error when the database was not opened by `openDatabase` */
export function getProvinceRow(db: Db): typeof province.$inferSelect {
	const row = db.select().from(province).where(eq(province.id, 1)).get();
	if (!row) throw new Error('the database has no province');
	return row;
}

/** Hashes the text of a profile: SHA-256, in hex. */
export function profileHash(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
