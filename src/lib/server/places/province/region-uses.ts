import type { Db } from '#lib/server/foundation/db/open.ts';

/** A region with the names of the tables that lead to it. */
export interface UsedRegion {
	code: string;
	name: string;
	uses: string[];
}

interface Reference {
	table: string;
	column: string;
}

/** Tables that come and go with a region. */
const OWN = ['boundaries'];

/** Those of the regions that rows of other tables lead to, by foreign key. */
export function findUses(db: Db, regions: readonly { code: string; name: string }[]): UsedRegion[] {
	const references = referencesOf(db);
	return regions.flatMap(({ code, name }) => {
		const uses = references
			.filter(({ table, column }) =>
				db.$client.prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`).get(code)
			)
			.map(({ table }) => table);
		return uses.length === 0 ? [] : [{ code, name, uses }];
	});
}

function referencesOf({ $client }: Db): Reference[] {
	const tables = $client
		.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
		.pluck()
		.all() as string[];
	return tables
		.filter((table) => !OWN.includes(table))
		.flatMap((table) => {
			const keys = $client.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[];
			return keys.filter((key) => key.table === 'regions').map(({ from }) => ({ table, column: from }));
		});
}
