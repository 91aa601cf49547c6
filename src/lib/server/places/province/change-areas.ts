import { eq } from 'drizzle-orm';
import { withAreas } from '#lib/domain/province/edit-profile.ts';
import { regions } from '#lib/server/foundation/db/schema.ts';
import { getProvinceRow, putProfile } from '#lib/server/foundation/db/stored-province.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';

/** Moves regions to other groups, in the profile too. Callers check `region.manage` and that the groups exist.
 *  @param areas group by region code */
export function changeAreas(context: Acting<Actor>, areas: ReadonlyMap<string, string>): void {
	command(context, (tx, within) => {
		for (const [code, area] of areas) {
			const before = findRegion(tx, code)?.area;
			tx.update(regions).set({ area }).where(eq(regions.code, code)).run();
			record(within, { action: 'region.area', subject: `region/${code}`, before: { area: before }, after: { area } });
		}
		const { profile } = getProvinceRow(tx);
		const text = withAreas(profile, areas);
		if (text !== profile) putProfile(tx, text, within.now);
	});
}
