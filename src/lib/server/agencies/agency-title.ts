import { eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { agencies, regions } from '../db/schema.ts';

/** An agency with its region: `Dinas Kesehatan Kota Surabaya`; a name that says the region already stays as it is. */
export function agencyTitle(agency: string, region: string): string {
	return agency.includes(region) ? agency : `${agency} ${region}`;
}

/** The titles of all agencies by id. */
export function agencyTitles(db: Db): Map<string, string> {
	const rows = db
		.select({ id: agencies.id, agency: agencies.name, region: regions.name })
		.from(agencies)
		.innerJoin(regions, eq(regions.code, agencies.regionCode))
		.all();
	return new Map(rows.map(({ id, agency, region }) => [id, agencyTitle(agency, region)]));
}
