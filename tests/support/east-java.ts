import { readFileSync } from 'node:fs';
import { parseProfile } from '#lib/domain/province/parse-profile.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';

/** The text of the profile that ships with the program. */
export const EAST_JAVA_TEXT = readFileSync('src/lib/provinces/35-jawa-timur.yaml', 'utf8');

function read(): ProvinceProfile {
	const parsed = parseProfile(EAST_JAVA_TEXT);
	if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
	return parsed.profile;
}

export const EAST_JAVA_PROFILE = read();

/** The province and its 38 kabupaten and kota. */
export const EAST_JAVA = EAST_JAVA_PROFILE.regions;
