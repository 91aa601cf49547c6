import type { Statement } from 'better-sqlite3';
import { type Column, getTableColumns, is, Param, Placeholder, type SQL, sql, type Table } from 'drizzle-orm';
import type { Db } from './open.ts';

/** What a prepared query of Drizzle can be asked. */
interface Query {
	get(values?: Record<string, unknown>): unknown;
	all(values?: Record<string, unknown>): unknown;
	run(values?: Record<string, unknown>): unknown;
}

/** A query that is built and prepared once per connection, for what nearly every request asks: with Drizzle both cost
 *  more than running it, and so do its binding and reading, which are settled here once as well. What changes from call to
 *  call stands in it as `sql.placeholder(…)`. Its rows are of columns alone.
 *  @returns the prepared query of a connection, or of the connection that a transaction runs on */
export function prepared<Built extends Query>(build: (db: Db) => Built): (db: Db) => Pick<Built, keyof Query> {
	const queries = new WeakMap<object, Pick<Built, keyof Query>>();
	return (db) => {
		// The connection's session, which its transactions share; Drizzle has it in its objects, not in its types.
		const { session } = db as unknown as { session: object };
		let query = queries.get(session);
		if (!query) queries.set(session, (query = settle(build(db) as unknown as Insides) as Pick<Built, keyof Query>));
		return query;
	};
}

type Values = Record<string, unknown>;

/** What Drizzle keeps in a prepared query. */
interface Insides {
	stmt: Statement<unknown[], unknown[]>;
	query: { params: unknown[] };
	/** Columns in the order of the statement, each with its place in a row's object; absent where nothing is read. */
	fields?: { path: string[]; field: Column }[];
	/** By table of a join whether it always has a row. */
	joinsNotNullableMap?: Record<string, boolean>;
}

/** The same query with what Drizzle finds out at every call found out once: where values go and how rows are read. */
function settle({ stmt, query, fields = [], joinsNotNullableMap = {} }: Insides): Query {
	if (Object.values(joinsNotNullableMap).includes(false)) throw new Error('an outer join is no prepared query');
	const binders = query.params.map(binderOf);
	const bind = (values: Values = {}) => binders.map((valueIn) => valueIn(values));
	const read = readerOf(fields);
	if (stmt.reader) stmt.raw();
	return {
		get(values) {
			const cells = stmt.get(...bind(values));
			return cells && read(cells);
		},
		all: (values) => stmt.all(...bind(values)).map(read),
		run: (values) => stmt.run(...bind(values))
	};
}

/** Takes the value of one parameter out of what a call gives. The driver would write what is missing as NULL. */
function binderOf(param: unknown): (values: Values) => unknown {
	if (is(param, Placeholder)) return (values) => given(values, param.name);
	if (!is(param, Param)) return () => param;
	const { encoder, value } = param;
	if (!is(value, Placeholder)) return () => encoder.mapToDriverValue(value);
	return (values) => encoder.mapToDriverValue(given(values, value.name));
}

function given(values: Values, name: string): unknown {
	const value = values[name];
	if (value === undefined) throw new Error(`no value for "${name}"`);
	return value;
}

/** Makes the object of a row: columns by name, those of a join in an object by table. */
function readerOf(fields: NonNullable<Insides['fields']>): (cells: unknown[]) => Values {
	const places = fields.map(({ path, field }) => ({
		field,
		name: path.at(-1)!,
		table: path.length > 1 ? path[0]! : null
	}));
	return (cells) => {
		const row: Values = {};
		for (const [at, { field, name, table }] of places.entries()) {
			const place = table === null ? row : ((row[table] ??= {}) as Values);
			const cell = cells[at];
			place[name] = cell === null ? null : field.mapFromDriverValue(cell);
		}
		return row;
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
