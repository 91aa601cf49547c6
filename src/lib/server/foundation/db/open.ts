import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { m } from '#lib/paraglide/messages.js';
import { StartError } from '#lib/server/foundation/start-error.ts';
import { connect, type Db } from './connect.ts';
import { seedProvince } from './seed-province.ts';

export type { Db } from './connect.ts';

export interface Connection {
	db: Db;
	client: Sqlite.Database;
	close(): void;
}

const MIGRATIONS = join(process.cwd(), 'drizzle');

export const DATABASE_FILE = 'siap.sqlite';
export const BACKUP_FOLDER = 'backups';

/** Opens the database of a data folder, puts a copy of it aside if migrations are due, and runs them.
 *  @param dataDir an existing, writable folder, or `:memory:`
 *  @param profile path of the province's profile that a new database gets; null = the one that ships with the program
 *  @throws StartError when the database was made by a newer version or is not a database, or the profile has faults */
export function openDatabase(dataDir: string, profile: string | null = null): Connection {
	const file = dataDir === ':memory:' ? dataDir : join(dataDir, DATABASE_FILE);
	const isNew = file === ':memory:' || !existsSync(file);
	const client = new Sqlite(file);
	try {
		client.pragma('journal_mode = WAL');
		client.pragma('synchronous = FULL'); // an answer said to be saved survives a power cut
		client.pragma('busy_timeout = 5000');
		const due = pendingMigrations(client);
		if (due > 0 && !isNew) putCopyAside(client, dataDir);
		const db = connect(client);
		if (due > 0) runMigrations(client, db);
		client.pragma('foreign_keys = ON');
		seedProvince(db, profile);
		return { db, client, close: () => client.close() };
	} catch (error) {
		client.close();
		if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB')
			throw new StartError(m.start_not_a_database({ path: file }));
		throw error;
	}
}

/** Runs the migrations with foreign keys off, so that a table can be rebuilt; afterwards every reference must hold. */
function runMigrations(client: Sqlite.Database, db: Db): void {
	client.pragma('foreign_keys = OFF');
	migrate(db as never, { migrationsFolder: MIGRATIONS });
	const broken = client.pragma('foreign_key_check') as { table: string; rowid: number }[];
	if (broken.length > 0) throw new Error(`after the migrations, ${broken.length} references lead nowhere`);
}

/** Number of the program's migrations that the database has not had. */
function pendingMigrations(client: Sqlite.Database): number {
	const { entries } = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
		entries: { when: number; tag: string }[];
	};
	const has = client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
	if (!has) return entries.length;
	const done = client.prepare('SELECT hash, created_at FROM __drizzle_migrations').all() as {
		hash: string;
		created_at: number;
	}[];
	const ours = new Set(
		entries.map(({ tag }) =>
			createHash('sha256')
				.update(readFileSync(join(MIGRATIONS, `${tag}.sql`), 'utf8'))
				.digest('hex')
		)
	);
	if (done.some(({ hash }) => !ours.has(hash))) throw new StartError(m.start_newer_database());
	return entries.length - done.length;
}

function putCopyAside(client: Sqlite.Database, dataDir: string): void {
	const folder = join(dataDir, BACKUP_FOLDER);
	mkdirSync(folder, { recursive: true });
	const stamp = new Date().toISOString().replace(/[:.]/g, '-');
	client.prepare('VACUUM INTO ?').run(join(folder, `before-migration-${stamp}.sqlite`));
}
