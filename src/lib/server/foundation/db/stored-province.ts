import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import { readInstalled } from '#lib/domain/province/parse-profile.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';
import type { Db } from './connect.ts';
import { province, regions } from './schema.ts';

/** Form in which a profile is kept beside its text, since reading YAML would take a third of a process's start. To be
 *  raised with every change of `ProvinceProfile` or of how it is read: one in another form is read anew. */
const PARSED_FORM = 1;

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

/** Writes the text of a profile, with the next version.
 *  @throws Error when the text has faults */
export function putProfile(tx: Db, text: string, now: number): void {
	const row = { profile: text, parsed: parsedJson(readInstalled(text)), hash: profileHash(text), installedAt: now };
	tx.insert(province)
		.values({ id: 1, version: 1, ...row })
		.onConflictDoUpdate({ target: province.id, set: { ...row, version: sql`${province.version} + 1` } })
		.run();
}

/** The profile of the database's province; null = it has none yet.
 *  @throws Error when the stored profile has faults */
export function storedProfile(db: Db): ProvinceProfile | null {
	const row = db.select({ profile: province.profile, parsed: province.parsed }).from(province).get();
	if (!row) return null;
	const kept = row.parsed === null ? null : (JSON.parse(row.parsed) as { form: number; profile: ProvinceProfile });
	return kept?.form === PARSED_FORM ? kept.profile : readInstalled(row.profile);
}

/** Reads the profile anew from its text where another form of the program has read it. */
export function renewParsed(db: Db): void {
	const form = sql<number | null>`${province.parsed} ->> 'form'`;
	const row = db.select({ profile: province.profile, form }).from(province).get();
	if (!row || row.form === PARSED_FORM) return;
	// Only beside the text that it was read from: another process may install one in between.
	const parsed = parsedJson(readInstalled(row.profile));
	db.update(province).set({ parsed }).where(eq(province.profile, row.profile)).run();
}

function parsedJson(profile: ProvinceProfile): string {
	return JSON.stringify({ form: PARSED_FORM, profile });
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
