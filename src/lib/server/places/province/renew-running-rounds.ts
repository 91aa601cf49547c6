import { inArray, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { rounds } from '#lib/server/foundation/db/schema.ts';

/** Raises the revision of every running round after a change of regions: results kept by revision and documents would
 *  name the former ones. */
export function renewRunningRounds(tx: Db): void {
	tx.update(rounds)
		.set({ revision: sql`${rounds.revision} + 1` })
		.where(inArray(rounds.status, ['draft', 'open', 'plenary']))
		.run();
}
