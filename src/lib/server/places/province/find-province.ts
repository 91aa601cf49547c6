import type { ProvinceProfile } from '#lib/domain/province/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import { provinceVersion } from '#lib/server/foundation/db/hot-queries.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { getProvinceRow, storedProfile } from '#lib/server/foundation/db/stored-province.ts';
import { speakOf } from '#lib/words/province.ts';

// Read with every page: parsed once a version.
const kept = keeper<ProvinceProfile>(1);

/** The profile of the database's province.
 *  @throws Error when the stored profile has faults, or the database was not opened by `openDatabase` */
export function findProvince(db: Db): ProvinceProfile {
	return kept(db, { at: installedVersion(db) }, () => {
		const profile = storedProfile(db);
		if (!profile) throw new Error('the database has no province');
		return profile;
	});
}

/** Sets the province that this process speaks of to the one installed by now: another process, such as the command
 *  line, may have installed another profile. */
export function speakOfInstalled(db: Db): void {
	speakOf(findProvince(db));
}

/** Version of the installed profile, which grows with every change; 0 = none is installed. */
export function installedVersion(db: Db): number {
	return provinceVersion.get(db, {})?.version ?? 0;
}

/** The profile as text, with hash, version and the time of its installation in milliseconds. */
export function findInstalledProfile(db: Db): { text: string; hash: string; version: number; installedAt: number } {
	const { profile: text, hash, version, installedAt } = getProvinceRow(db);
	return { text, hash, version, installedAt };
}
