import { asc, count, eq } from 'drizzle-orm';
import { agencyTitle } from '#lib/domain/geography/region-name.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, regions, users } from '#lib/server/foundation/db/schema.ts';

interface Agency {
	id: string;
	name: string;
	regionCode: string;
	regionName: string;
	/** Number of its accounts. */
	contacts: number;
}

/** All agencies, by region and name; of one region where it is named. */
export function listAgencies(db: Db, regionCode?: string): Agency[] {
	return db
		.select({
			id: agencies.id,
			name: agencies.name,
			regionCode: agencies.regionCode,
			regionName: regions.name,
			contacts: count(users.id)
		})
		.from(agencies)
		.innerJoin(regions, eq(regions.code, agencies.regionCode))
		.leftJoin(users, eq(users.agencyId, agencies.id))
		.where(regionCode === undefined ? undefined : eq(agencies.regionCode, regionCode))
		.groupBy(agencies.id)
		.orderBy(asc(agencies.regionCode), asc(agencies.name))
		.all();
}

/** The agency of an id; null when there is none. */
export function findAgency(db: Db, id: string): typeof agencies.$inferSelect | null {
	return db.select().from(agencies).where(eq(agencies.id, id)).get() ?? null;
}

/** The names of all agencies with their regions, by id. */
export function agencyTitles(db: Db): Map<string, string> {
	return new Map(listAgencies(db).map(({ id, name, regionName }) => [id, agencyTitle(name, regionName)]));
}
