import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DATABASE_FILE } from '#lib/server/foundation/db/open.ts';
import { packEvidence } from './packed-evidence.ts';

const UNWRITABLE = /^SQLITE_(CANTOPEN|FULL|READONLY|IOERR)/;

/** Copies the database of a data folder, with the files of evidence that it names, into one file, beside a running
 *  server, as it stands at one moment: a named file is never changed or removed. No half file stays behind.
 *  @returns size of the file and tally of the evidence; `exists` when the file is there already, `no_database` when
 *  there is nothing to copy, `unwritable` when the folder or the disk refuses */
export function backUp(
	dataDir: string,
	file: string
): { bytes: number; files: number; missing: string[] } | 'exists' | 'no_database' | 'unwritable' {
	const source = join(dataDir, DATABASE_FILE);
	if (!existsSync(source)) return 'no_database';
	if (existsSync(file)) return 'exists';
	const unfinished = `${file}.unfinished`;
	rmSync(unfinished, { force: true });
	const client = new Sqlite(source, { readonly: true, fileMustExist: true });
	try {
		client.prepare('VACUUM INTO ?').run(unfinished);
		chmodSync(unfinished, 0o600); // it holds password hashes
		const packed = packEvidence(unfinished, dataDir);
		const bytes = checkCopy(unfinished);
		renameSync(unfinished, file);
		return { bytes, ...packed };
	} catch (error) {
		if (error instanceof Sqlite.SqliteError && UNWRITABLE.test(error.code)) return 'unwritable';
		throw error;
	} finally {
		client.close();
		for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + ending, { force: true });
	}
}

/** Checks a copy, so that a fault is known today and not on the day of need. @throws Error when it is not sound */
function checkCopy(file: string): number {
	const copy = new Sqlite(file, { readonly: true });
	try {
		const found = copy.pragma('integrity_check', { simple: true });
		if (found !== 'ok') throw new Error(`the copy is not sound: ${String(found)}`);
		return Number(copy.pragma('page_count', { simple: true })) * Number(copy.pragma('page_size', { simple: true }));
	} finally {
		copy.close();
	}
}
