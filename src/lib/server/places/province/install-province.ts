import { notInArray } from 'drizzle-orm';
import { parseProfile } from '#lib/domain/province/parse-profile.ts';
import { profileChanges, type ProfileChanges } from '#lib/domain/province/profile-changes.ts';
import type { ProfileFault } from '#lib/domain/province/profile-fault.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { boundaries, regions } from '#lib/server/foundation/db/schema.ts';
import { getProvinceRow, profileHash, putProfile, putRegions } from '#lib/server/foundation/db/stored-province.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';
import type { Conflict } from '#lib/server/people/commands/refusal.ts';
import { findProvince, installedVersion, speakOfInstalled } from './find-province.ts';
import { findUses, type UsedRegion } from './region-uses.ts';
import { renewRunningRounds } from './renew-running-rounds.ts';

/** The effect of installing a profile, or the reason why it cannot be installed. */
export type ProvincePlan =
	| { kind: 'plan'; changes: ProfileChanges; profile: ProvinceProfile }
	/** The very same is installed. */
	| { kind: 'unchanged' }
	| { kind: 'invalid'; faults: ProfileFault[] }
	/** The profile leaves out regions that answers, accounts or agencies belong to. */
	| { kind: 'used'; regions: UsedRegion[] };

export type Installed = { kind: 'installed'; changes: ProfileChanges } | Exclude<ProvincePlan, { kind: 'plan' }>;

/** The changes that installing this text would make; nothing is written. */
export function planProvince(db: Db, text: string): ProvincePlan {
	if (getProvinceRow(db).hash === profileHash(text)) return { kind: 'unchanged' };
	const parsed = parseProfile(text);
	if ('faults' in parsed) return { kind: 'invalid', faults: parsed.faults };
	const changes = profileChanges(findProvince(db), parsed.profile);
	const wanted = new Set(parsed.profile.regions.map(({ code }) => code));
	const leaving = db.select({ code: regions.code, name: regions.name }).from(regions).all();
	const used = findUses(
		db,
		leaving.filter(({ code }) => !wanted.has(code))
	);
	return used.length > 0 ? { kind: 'used', regions: used } : { kind: 'plan', changes, profile: parsed.profile };
}

/** Installs the profile of a province in place of the present one, with its audit entry. Callers check
 *  `province.manage`. Names, groups, places, windows, zone and offices may always change; a snapshot keeps its own.
 *  @param seen version that the person looked at; null = any */
export function installProvince(
	context: Acting<Actor>,
	text: string,
	seen: number | null = null
): Installed | Conflict<number> {
	const result = command(context, (tx, within): Installed | Conflict<number> => {
		const plan = planProvince(tx, text);
		if (plan.kind !== 'plan') return plan;
		const version = installedVersion(tx);
		if (seen !== null && seen !== version) return { kind: 'conflict', current: version };
		const before = { name: findProvince(tx).name.id, hash: getProvinceRow(tx).hash };
		writeProvince(tx, plan.profile, text, within.now);
		record(within, {
			action: 'province.install',
			subject: `province/${plan.profile.code}`,
			before,
			after: {
				name: plan.profile.name.id,
				hash: profileHash(text),
				added: plan.changes.added.map(({ code }) => code),
				removed: plan.changes.removed.map(({ code }) => code),
				changed: plan.changes.changed.map(({ code }) => code),
				facts: plan.changes.facts
			}
		});
		return { kind: 'installed', changes: plan.changes };
	});
	if (result.kind === 'installed') speakOfInstalled(context.db);
	return result;
}

function writeProvince(tx: Db, profile: ProvinceProfile, text: string, now: number): void {
	const wanted = profile.regions.map(({ code }) => code);
	tx.delete(boundaries).where(notInArray(boundaries.regionCode, wanted)).run();
	tx.delete(regions).where(notInArray(regions.code, wanted)).run();
	putProfile(tx, text, now);
	putRegions(tx, profile.regions);
	renewRunningRounds(tx);
}
