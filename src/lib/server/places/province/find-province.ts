import { parseProfile } from '#lib/domain/province/parse-profile.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import { provinceVersion } from '#lib/server/foundation/db/hot-queries.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { getProvinceRow } from '#lib/server/foundation/db/stored-province.ts';

// Read with every page: parsed once a version.
const kept = keeper<ProvinceProfile>(1);

/** The province that the database is of. */
export function findProvince(db: Db): ProvinceProfile {
	return kept(db, { at: installedVersion(db) }, () => {
		const parsed = parseProfile(getProvinceRow(db).profile);
		if ('profile' in parsed) return parsed.profile;
		throw new Error(`the stored profile has faults: ${JSON.stringify(parsed.faults)}`);
	});
}

/** Grows with every change of the profile. */
export function installedVersion(db: Db): number {
	return provinceVersion.get(db, {})?.version ?? 0;
}

/** The profile as text, with when it was installed. */
export function findInstalledProfile(db: Db): { text: string; hash: string; version: number; installedAt: number } {
	const { profile: text, hash, version, installedAt } = getProvinceRow(db);
	return { text, hash, version, installedAt };
}
