import type { Database, RunResult } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BaseSQLiteDatabase, SQLiteTransactionConfig } from 'drizzle-orm/sqlite-core';
import * as schema from './schema.ts';

/** One object a connection. Within a transaction the work is handed the same object: until it ends, all queries of
 *  the connection are part of it. */
export type Db = OneConnection & BaseSQLiteDatabase<'sync', RunResult, typeof schema>;

interface OneConnection {
	$client: Database;
	/** Within another transaction it is a savepoint of that. */
	transaction<T>(work: (tx: Db) => T, config?: SQLiteTransactionConfig): T;
}

/** Makes a connection as the queries take it. */
export function connect(client: Database): Db {
	const db = drizzle(client, { schema }) as unknown as Db;
	const changes = client.prepare('SELECT total_changes()').pluck();
	const written = { count: () => changes.get() as number, before: NaN };
	rowsWritten.set(db, written);
	const transaction: OneConnection['transaction'] = (work, { behavior = 'deferred' } = {}) => {
		if (!client.inTransaction) written.before = written.count();
		return client.transaction(() => work(db))[behavior]();
	};
	return Object.assign(db, { transaction });
}

/** Counts of all rows a connection has written, and of those before its transaction. */
const rowsWritten = new WeakMap<Db, { count: () => number; before: number }>();

/** Whether the connection is in a transaction that has written: its reads may yet be rolled back. */
export function isUnsettled(db: Db): boolean {
	const { count, before } = rowsWritten.get(db)!;
	return db.$client.inTransaction && count() !== before;
}
