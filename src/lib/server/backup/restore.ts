import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { record } from '#lib/server/people/commands/command.ts';
import type { Actor } from '#lib/server/people/commands/context.ts';
import { BACKUP_FOLDER, DATABASE_FILE, openDatabase } from '#lib/server/foundation/db/open.ts';
import { sessions } from '#lib/server/foundation/db/schema.ts';
import { isPackedEvidenceWhole, unpackEvidence } from './packed-evidence.ts';

export type RestoreResult =
	/** `aside` is the place of the former database now; null when there was none. */
	| { kind: 'restored'; aside: string | null }
	/** The file is missing, no SIAP database, or damaged; `detail` is the database's own word where it gave one. */
	| { kind: 'file_missing' | 'not_siap' }
	| { kind: 'damaged'; detail: string }
	/** A server, or another command, has the present database open. */
	| { kind: 'in_use' };

/** Puts a backup in the place of the present database, which is set aside in the folder of backups first. Everybody
 *  has to log in again, so that no session that was ended since comes back to life.
 *  @returns `restored` with the place of the former database, or the refusal by its kind
 *  @throws StartError when the backup was made by a newer version */
export function restore(dataDir: string, file: string, actor: Actor, now: number): RestoreResult {
	if (!existsSync(file)) return { kind: 'file_missing' };
	const fault = findFault(file);
	if (fault) return fault;
	const staging = mkdtempSync(join(dataDir, 'restore-'));
	try {
		copyFileSync(file, join(staging, DATABASE_FILE));
		prepare(staging, dataDir, actor, now);
		const present = join(dataDir, DATABASE_FILE);
		if (!existsSync(present)) {
			renameSync(join(staging, DATABASE_FILE), present);
			return { kind: 'restored', aside: null };
		}
		if (isInUse(present)) return { kind: 'in_use' };
		const aside = putAside(dataDir, now);
		renameSync(join(staging, DATABASE_FILE), present);
		return { kind: 'restored', aside };
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}

function findFault(file: string): RestoreResult | null {
	try {
		const client = new Sqlite(file, { readonly: true, fileMustExist: true });
		try {
			const tables = client
				.prepare("SELECT count(*) FROM sqlite_master WHERE name IN ('__drizzle_migrations', 'audit_log', 'answers')")
				.pluck()
				.get();
			if (tables !== 3) return { kind: 'not_siap' };
			const found = client.pragma('integrity_check', { simple: true });
			if (found !== 'ok') return { kind: 'damaged', detail: String(found) };
			return isPackedEvidenceWhole(client) ? null : { kind: 'damaged', detail: 'evidence' };
		} finally {
			client.close();
		}
	} catch (error) {
		if (!(error instanceof Sqlite.SqliteError)) throw error;
		return error.code === 'SQLITE_NOTADB' ? { kind: 'not_siap' } : { kind: 'damaged', detail: error.message };
	}
}

/** Brings the copy to this version, puts its evidence into the folder, ends its sessions and leaves all data in the
 *  one file. */
function prepare(staging: string, dataDir: string, actor: Actor, now: number): void {
	const { db, client, close } = openDatabase(staging);
	try {
		db.transaction((tx) => {
			tx.delete(sessions).run();
			record({ db: tx, actor, now }, { action: 'backup.restore', subject: 'database' });
		});
		client.pragma('journal_mode = DELETE');
		unpackEvidence(client, dataDir);
	} finally {
		close();
	}
}

/** Whether somebody has the database open. Leaving WAL needs the file for oneself alone, so it fails then; it also
 *  takes the log into the file. A present database that is too damaged to open is used by nobody. */
function isInUse(present: string): boolean {
	try {
		const client = new Sqlite(present, { timeout: 500 });
		try {
			client.pragma('journal_mode = DELETE');
			return false;
		} finally {
			client.close();
		}
	} catch (error) {
		if (!(error instanceof Sqlite.SqliteError)) throw error;
		return error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED');
	}
}

function putAside(dataDir: string, now: number): string {
	mkdirSync(join(dataDir, BACKUP_FOLDER), { recursive: true });
	const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
	const aside = join(dataDir, BACKUP_FOLDER, `before-restore-${stamp}.sqlite`);
	for (const ending of ['', '-wal', '-shm']) {
		const part = join(dataDir, DATABASE_FILE + ending);
		if (existsSync(part)) renameSync(part, aside + ending);
	}
	return aside;
}
