// Bytes of evidence are never removed; the removal of a piece marks its row.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Path of a file of evidence, named by its content: `evidence/ab/cdef…`. */
export function pathOfEvidence(dataDir: string, sha256: string): string {
	return join(dataDir, 'evidence', sha256.slice(0, 2), sha256.slice(2));
}

/** Path of the bytes of an upload under way. */
export function pathOfUpload(dataDir: string, id: string): string {
	return join(uploadFolder(dataDir), id);
}

/** Folder of uploads under way. */
export function uploadFolder(dataDir: string): string {
	return join(dataDir, 'uploads');
}

/** Puts a finished upload in its place, once for all who use the file; on disk when this returns. */
export function keepFile(dataDir: string, from: string, sha256: string): void {
	const to = pathOfEvidence(dataDir, sha256);
	if (existsSync(to) && statSync(to).size === statSync(from).size) {
		rmSync(from);
		return;
	}
	mkdirSync(dirname(to), { recursive: true });
	flush(from);
	renameSync(from, to);
	flush(dirname(to));
}

/** Asks the disk to keep a file, or the names in a folder. */
function flush(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
