import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';

/** A decision that was just taken, for the line that says so. */
export interface Decided {
	code: string;
	region: string;
	indicator: string;
}

/** Reads `?decided=11.02/A1`; null = no decision, or of no known region. */
export function readDecided(db: Db, search: URLSearchParams): Decided | null {
	const [code = '', indicator = ''] = (search.get('decided') ?? '').split('/');
	const region = findRegion(db, code);
	return region && /^\w{1,12}$/.test(indicator) ? { code, region: shortName(region), indicator } : null;
}
