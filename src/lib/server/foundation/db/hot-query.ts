import type { Statement } from 'better-sqlite3';
import { type Column, getTableColumns, getTableName, type GetColumnData, type Table } from 'drizzle-orm';
import type { Db } from './connect.ts';

/** A query in plain SQL, prepared once a connection. */
export interface HotQuery<Values, Row> {
	get(db: Db, values: Values): Row | undefined;
	all(db: Db, values: Values): Row[];
}

/** Columns of a table, in a query and in its rows. */
export interface Columns<Row> {
	/** List for the SELECT. */
	list: string;
	count: number;
	/** @param from place of the first column among the cells */
	read(cells: readonly unknown[], from?: number): Row;
}

/** Makes a query in plain SQL, prepared once a connection.
 *  @param sql its values are named `@name`. On a bare one SQLite (built with STAT4) plans a join anew whenever the
 *  value changes, at five times the price of the answer; in a join write `+@name`. */
export function hotQuery<Values extends object, Row>(
	sql: string,
	read: (cells: readonly unknown[]) => Row
): HotQuery<Values, Row> {
	const prepared = preparedOnce(sql);
	return {
		get(db, values) {
			const cells = prepared(db).get(values);
			return cells && read(cells);
		},
		all: (db, values) =>
			prepared(db)
				.all(values)
				.map((cells) => read(cells))
	};
}

/** Picks some columns of a table, each under the program's name for it. */
export function columnsOf<Some extends Record<string, Column>>(
	table: Table,
	some: Some
): Columns<{ [Name in keyof Some]: GetColumnData<Some[Name]> }> {
	const columns = Object.entries(some).map(([name, { name: column, dataType }]) => ({ name, column, dataType }));
	return {
		list: columns.map(({ column }) => `"${getTableName(table)}"."${column}"`).join(', '),
		count: columns.length,
		read(cells, from = 0) {
			const row: Record<string, unknown> = {};
			for (let at = 0; at < columns.length; at++) {
				const cell = cells[from + at];
				row[columns[at]!.name] = columns[at]!.dataType === 'boolean' && cell !== null ? cell === 1 : cell;
			}
			return row as { [Name in keyof Some]: GetColumnData<Some[Name]> };
		}
	};
}

/** Makes a function that writes whole rows of a table.
 *  @param unique columns of the key: a row with the same key is written over; none = a second one is refused */
export function rowWriter<T extends Table>(table: T, unique: string[] = []): (db: Db, row: T['$inferSelect']) => void {
	const columns = Object.entries(getTableColumns(table));
	const names = columns.map(([name]) => name);
	const quoted = columns.map(([, column]) => `"${column.name}"`);
	const over = quoted.map((name) => `${name} = excluded.${name}`).join(', ');
	const prepared = preparedOnce(
		`INSERT INTO "${getTableName(table)}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})` +
			(unique.length > 0 ? ` ON CONFLICT (${unique.join(', ')}) DO UPDATE SET ${over}` : '')
	);
	return (db, row) => void prepared(db).run(...names.map((name) => toCell(name, row[name as never])));
}

/** Value for the driver, which takes no boolean, and would write a missing value as NULL. @throws Error then */
function toCell(name: string, value: unknown): unknown {
	if (value === undefined) throw new Error(`no value for "${name}"`);
	return typeof value === 'boolean' ? Number(value) : value;
}

/** Makes a statement that changes rows, prepared once a connection. */
export function hotChange<Values extends object>(sql: string): (db: Db, values: Values) => void {
	const prepared = preparedOnce(sql);
	return (db, values) => void prepared(db).run(values);
}

function preparedOnce(sql: string): (db: Db) => Statement<unknown[], unknown[]> {
	const statements = new WeakMap<Db, Statement<unknown[], unknown[]>>();
	return (db) => {
		let statement = statements.get(db);
		if (!statement) {
			statement = db.$client.prepare<unknown[], unknown[]>(sql);
			if (statement.reader) statement.raw();
			statements.set(db, statement);
		}
		return statement;
	};
}
