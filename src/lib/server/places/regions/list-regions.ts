import { asc, eq } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { regionByCode } from '#lib/server/foundation/db/hot-queries.ts';
import { regions } from '#lib/server/foundation/db/schema.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';

/** A region by its row. */
export function toRegion(row: typeof regions.$inferSelect): Region {
	const { code, name, type, bakorwil, capital, lat, lon, tileRow, tileCol } = row;
	const tile = tileRow === null || tileCol === null ? null : { row: tileRow, col: tileCol };
	return { code, name, type, bakorwil, capital, lat, lon, tile };
}

/** All regions by code: the province first, then kabupaten, then kota. */
export function listRegions(db: Db): Region[] {
	return db.select().from(regions).orderBy(asc(regions.code)).all().map(toRegion);
}

/** One region; null when no region has the code. */
export function findRegion(db: Db, code: string): Region | null {
	const row = regionByCode.get(db, { code });
	return row ? toRegion(row) : null;
}

/** Moves a region to another Bakorwil; the division is partly unconfirmed, so it can be put right here. */
export function setBakorwil(context: Acting<Actor>, code: string, bakorwil: string): void {
	command(context, (tx, within) => {
		const before = findRegion(tx, code)?.bakorwil;
		tx.update(regions).set({ bakorwil }).where(eq(regions.code, code)).run();
		record(within, {
			action: 'region.bakorwil',
			subject: `region/${code}`,
			before: { bakorwil: before },
			after: { bakorwil }
		});
	});
}
