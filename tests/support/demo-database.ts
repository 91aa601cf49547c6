import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { seedDemoData } from '#lib/server/demo/seed-database.ts';
import { closedFile, openCopy } from './database-copy.ts';

/** The moment from which the dates of the demo count back. */
export const DEMO_NOW = Date.UTC(2026, 7, 3);

let seeded: Promise<Buffer> | undefined;

/** Opens the demo's database in memory, for the caller alone and to be closed by it; without files of evidence. */
export async function openDemo(): Promise<Connection> {
	return openCopy(await demoFile());
}

/** Bytes of the demo's database file. It is seeded once a test process, which takes seconds, and then copied. */
export function demoFile(): Promise<Buffer> {
	return (seeded ??= seedOnce());
}

async function seedOnce(): Promise<Buffer> {
	const connection = openDatabase(':memory:');
	await seedDemoData(connection.db, DEMO_NOW);
	return closedFile(connection);
}
