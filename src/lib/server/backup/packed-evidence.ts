import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { pathOfEvidence } from '#lib/server/foundation/files/store.ts';

// A backup is one file: the copy of the database holds the files of evidence in a table of its own, which the running
// system does not have.
const TABLE = 'backup_evidence';

/** Puts every file that a copy of the database names into the copy.
 *  @returns number of files, and the names of files that are missing or not whole in the folder */
export function packEvidence(copyFile: string, dataDir: string): { files: number; missing: string[] } {
	const copy = new Sqlite(copyFile);
	try {
		const names = copy.prepare('SELECT sha256 FROM evidence_files ORDER BY sha256').pluck().all() as string[];
		const missing: string[] = [];
		copy.exec(`CREATE TABLE ${TABLE} (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT`);
		const insert = copy.prepare(`INSERT INTO ${TABLE} VALUES (?, ?)`);
		copy.transaction(() => {
			for (const sha256 of names) {
				const path = pathOfEvidence(dataDir, sha256);
				const content = existsSync(path) ? readFileSync(path) : null;
				if (content && hashOf(content) === sha256) insert.run(sha256, content);
				else missing.push(sha256);
			}
		})();
		return { files: names.length - missing.length, missing };
	} finally {
		copy.close();
	}
}

/** Whether the content of every file in a backup matches its name. */
export function isPackedEvidenceWhole(client: Sqlite.Database): boolean {
	if (!hasTable(client)) return true;
	const rows = client.prepare(`SELECT sha256, content FROM ${TABLE}`).iterate() as Iterable<Packed>;
	for (const { sha256, content } of rows) if (hashOf(content) !== sha256) return false;
	return true;
}

/** Takes the files out of a restored copy and puts them into the folder; files that are there already stay. */
export function unpackEvidence(client: Sqlite.Database, dataDir: string): void {
	if (!hasTable(client)) return;
	const rows = client.prepare(`SELECT sha256, content FROM ${TABLE}`).iterate() as Iterable<Packed>;
	for (const { sha256, content } of rows) {
		const path = pathOfEvidence(dataDir, sha256);
		if (existsSync(path) && statSync(path).size === content.length) continue;
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(`${path}.unfinished`, content, { flush: true });
		renameSync(`${path}.unfinished`, path);
	}
	client.exec(`DROP TABLE ${TABLE}; VACUUM`);
}

interface Packed {
	sha256: string;
	content: Buffer;
}

function hasTable(client: Sqlite.Database): boolean {
	return client.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(TABLE) !== undefined;
}

function hashOf(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
