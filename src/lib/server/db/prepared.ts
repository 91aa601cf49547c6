import { getTableColumns, type Placeholder, type SQL, sql, type Table } from 'drizzle-orm';
import type { Db } from './open.ts';

/** A query that is built and prepared once per connection, for what nearly every request asks: with Drizzle both cost
 *  more than running it. What changes from call to call stands in it as `sql.placeholder(…)`.
 *  @returns the prepared query of a connection, or of the connection that a transaction runs on */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
	const queries = new WeakMap<object, Query>();
	return (db) => {
		// The connection's session, which its transactions share; Drizzle has it in its objects, not in its types.
		const { session } = db as unknown as { session: object };
		let query = queries.get(session);
		if (!query) queries.set(session, (query = build(db)));
		return query;
	};
}

/** A placeholder on which the plan of a join does not depend. On a bare one SQLite (built with STAT4) plans the join
 *  anew whenever the value changes, at five times the price of the answer. */
export function settled(name: string): SQL {
	return sql`+${sql.placeholder(name)}`;
}

/** A placeholder for every column of a table, named as the column: to insert whole rows with a prepared query. */
export function rowPlaceholders<T extends Table>(table: T) {
	const names = Object.keys(getTableColumns(table));
	return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as {
		[Name in keyof T['$inferSelect'] & string]: Placeholder<Name>;
	};
}

/** Every column of the row that an upsert would have inserted: to write all of it over the one that was there. */
export function excludedRow<T extends Table>(table: T) {
	const columns = Object.entries(getTableColumns(table));
	return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)])) as {
		[Name in keyof T['$inferSelect'] & string]: SQL;
	};
}
