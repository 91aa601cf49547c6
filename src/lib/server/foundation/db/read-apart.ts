import Sqlite from 'better-sqlite3';
import { connect, type Db } from './connect.ts';

/** A database as a worker is told of it: the path of its file, or all its content where it is in memory. */
export type DatabaseSource = string | Uint8Array;

/** Gives the source by which another thread or process reads the same as this connection. */
export function sourceOf({ $client }: Db): DatabaseSource {
	return $client.memory ? $client.serialize() : $client.name;
}

/** Reads on a connection of its own, which writes nothing and holds up no writer.
 *  @param read synchronous; all its reads are of one moment */
export function readApart<T>(source: DatabaseSource, read: (db: Db) => T): T {
	const client = typeof source === 'string' ? new Sqlite(source, { readonly: true }) : new Sqlite(Buffer.from(source));
	try {
		return connect(client).transaction(read);
	} finally {
		client.close();
	}
}
