import Sqlite from 'better-sqlite3';
import { connect } from '#lib/server/foundation/db/connect.ts';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';

/** Opens a database in memory from the bytes of its file, for the caller alone and to be closed by it. */
export function openCopy(file: Buffer): Connection {
	const client = new Sqlite(file);
	client.pragma('foreign_keys = ON');
	return { db: connect(client), client, close: () => client.close() };
}

/** Closes a database in memory and gives the bytes of its file. */
export function closedFile({ client, close }: Connection): Buffer {
	const file = client.serialize();
	close();
	return file;
}

/** Moment before all that tests write. */
const STORED_AT = Date.UTC(2026, 0, 1);
let withInstruments: Buffer | undefined;

/** Opens a database with nothing but regions and the shipped instruments, which are read once a test process. */
export function openWithInstruments(): Connection {
	withInstruments ??= storeOnce();
	return openCopy(withInstruments);
}

function storeOnce(): Buffer {
	const connection = openDatabase(':memory:');
	storeShippedInstruments(connection.db, STORED_AT);
	return closedFile(connection);
}
