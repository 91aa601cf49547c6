import Sqlite from 'better-sqlite3';
import { connect, type Db } from './connect.ts';

/** A database as a worker is told of it: the path of its file, or all its content where it is in memory. */
export type DatabaseSource = string | Uint8Array;

/** What another thread or process reads the same from as this connection. */
export function sourceOf({ $client }: Db): DatabaseSource {
	return $client.memory ? $client.serialize() : $client.name;
}

/** Reads on a connection of its own, which writes nothing and holds up nobody who writes.
 *  @param read synchronous; all that it asks is of one moment */
export function readApart<T>(source: DatabaseSource, read: (db: Db) => T): T {
	const client = typeof source === 'string' ? new Sqlite(source, { readonly: true }) : new Sqlite(Buffer.from(source));
	try {
		return connect(client).transaction(read);
	} finally {
		client.close();
	}
}
