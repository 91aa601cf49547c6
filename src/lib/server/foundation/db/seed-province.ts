import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Region } from '#lib/domain/geography/types.ts';
import { profileTextOf, withAreas } from '#lib/domain/province/edit-profile.ts';
import { parseProfile, readInstalled } from '#lib/domain/province/parse-profile.ts';
import { factsOf, type ProvinceProfile } from '#lib/domain/province/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { StartError } from '#lib/server/foundation/start-error.ts';
import { describeProfileFault } from '#lib/words/profile-fault.ts';
import { speakOf } from '#lib/words/province.ts';
import type { Db } from './connect.ts';
import { regions } from './schema.ts';
import { putProfile, putRegions, renewParsed, storedProfile, toRegion } from './stored-province.ts';

/** Profile that new databases get where no other is named. */
const SHIPPED = '35-jawa-timur.yaml';

/** Gives a database its province, if it has none yet, and sets it as the one that this process speaks of. One from
 *  before profiles keeps its regions and groups: by the shipped profile if it knows all, else by one made of them.
 *  @param path path of another profile for a new database; null = the shipped one
 *  @throws StartError when that cannot be read or has faults */
export function seedProvince(db: Db, path: string | null): void {
	renewParsed(db);
	speakOf(factsOf(storedProfile(db) ?? giveProvince(db, path)));
}

function giveProvince(db: Db, path: string | null): ProvinceProfile {
	return db.transaction(
		(tx) => {
			// another process may have given it one while this one waited
			const stored = storedProfile(tx);
			if (stored) return stored;
			const present = tx.select().from(regions).all().map(toRegion);
			if (present.length === 0) {
				const { text, profile } = path === null ? readShipped() : readGiven(path);
				putProfile(tx, text, Date.now());
				putRegions(tx, profile.regions);
				return profile;
			}
			const { text, profile } = profileFor(present);
			putProfile(tx, text, Date.now());
			const known = new Set(present.map(({ code }) => code));
			putRegions(
				tx,
				complete(profile, present).filter(({ code }) => known.has(code))
			);
			return profile;
		},
		{ behavior: 'immediate' }
	);
}

interface Read {
	text: string;
	profile: ProvinceProfile;
}

function profileFor(present: readonly Region[]): Read {
	const shipped = readShipped();
	const known = new Set(shipped.profile.regions.map(({ code }) => code));
	if (present.every(({ code }) => known.has(code))) {
		const groups = new Set(shipped.profile.grouping?.groups);
		const areas = present.flatMap(({ code, area }) => (area && groups.has(area) ? [[code, area] as const] : []));
		const text = withAreas(shipped.text, new Map(areas));
		return { text, profile: readInstalled(text) };
	}
	const text = profileTextOf(present);
	return { text, profile: readInstalled(text) };
}

/** The present regions, with the facts that only the profile knows. */
function complete({ regions: told }: ProvinceProfile, present: readonly Region[]): Region[] {
	const byCode = new Map(told.map((region) => [region.code, region]));
	return present.map((region) => {
		const { abbreviation = null, label = null } = byCode.get(region.code) ?? {};
		return { ...region, abbreviation, label };
	});
}

function readShipped(): Read {
	const text = readFileSync(join(shippedFolder(), SHIPPED), 'utf8');
	return { text, profile: readInstalled(text) };
}

function readGiven(path: string): Read {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new StartError(m.start_province_unreadable({ path }));
	}
	const parsed = parseProfile(text);
	if ('profile' in parsed) return { text, profile: parsed.profile };
	const faults = parsed.faults.map((fault) => describeProfileFault(fault)).join('\n');
	throw new StartError(`${m.start_province_invalid({ path })}\n${faults}`);
}

/** Folder `src/lib/provinces`, found upwards from here: this file runs from its source and from inside the build. */
function shippedFolder(): string {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		const candidate = join(folder, 'src', 'lib', 'provinces');
		if (existsSync(candidate)) return candidate;
		if (dirname(folder) === folder) throw new Error('The folder src/lib/provinces is missing beside the program');
	}
}
