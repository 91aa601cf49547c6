import { eq } from 'drizzle-orm';
import { withAreas } from '#lib/domain/province/edit-profile.ts';
import { readInstalled } from '#lib/domain/province/parse-profile.ts';
import { isSameProfile, profileChanges } from '#lib/domain/province/profile-changes.ts';
import { regions } from '#lib/server/foundation/db/schema.ts';
import { getProvinceRow, profileHash, putProfile } from '#lib/server/foundation/db/stored-province.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';
import { renewRunningRounds } from './renew-running-rounds.ts';

/** Moves regions to other groups, in the profile too. Callers check `region.manage` and that the groups exist.
 *  @param areas group by region code
 *  @throws Error when the text of the profile cannot take just these changes; nothing is written then */
export function changeAreas(context: Acting<Actor>, areas: ReadonlyMap<string, string>): void {
	if (areas.size === 0) return;
	command(context, (tx, within) => {
		const { profile, hash } = getProvinceRow(tx);
		const text = editedText(profile, areas);
		for (const [code, area] of areas) {
			const before = findRegion(tx, code)?.area;
			tx.update(regions).set({ area }).where(eq(regions.code, code)).run();
			record(within, {
				action: 'region.area',
				subject: `region/${code}`,
				before: { area: before, hash },
				after: { area, hash: profileHash(text) }
			});
		}
		if (text !== profile) putProfile(tx, text, within.now);
		renewRunningRounds(tx);
	});
}

/** The text with the other groups, read again: a text may be written in ways that an edit does not foresee. */
function editedText(text: string, areas: ReadonlyMap<string, string>): string {
	const before = readInstalled(text);
	const unknown = [...areas.keys()].filter((code) => !before.regions.some((region) => region.code === code));
	if (unknown.length > 0) throw new Error(`the profile has no regions ${unknown.join(', ')}`);
	const wanted = before.regions.map((region) => ({ ...region, area: areas.get(region.code) ?? region.area }));
	const edited = withAreas(text, areas);
	if (isSameProfile(profileChanges({ ...before, regions: wanted }, readInstalled(edited)))) return edited;
	throw new Error('the text of the profile did not take the other groups');
}
