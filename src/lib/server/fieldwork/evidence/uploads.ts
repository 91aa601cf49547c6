import {
	closeSync,
	existsSync,
	fdatasyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { and, count, eq, lt } from 'drizzle-orm';
import { MEGABYTE } from '#lib/domain/evidence/evidence-settings.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { uploads } from '#lib/server/foundation/db/schema.ts';
import { readEvidenceSettings } from './evidence-settings.ts';
import { openForEvidence, type NotOpen } from './open-for-evidence.ts';
import { pathOfUpload, uploadFolder } from '#lib/server/foundation/files/store.ts';
import { command } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

// A file arrives in pieces over plain HTTP: the server says how many bytes it has, and the browser's `UploadQueue` goes
// on from there. A whole file becomes evidence in `add-evidence.ts`; plain forms go the same way.

export type Upload = typeof uploads.$inferSelect;

/** Bytes that the browser sends at a time: on a slow line a lost connection costs seconds, not minutes. */
export const CHUNK_BYTES = 256 * 1024;
/** Bytes of the largest piece that is taken. */
export const MOST_CHUNK_BYTES = 4 * MEGABYTE;
const MOST_UNFINISHED = 40;
const KEPT_MS = 2 * 86_400_000;

export type BegunUpload =
	| { kind: 'begun'; upload: Upload }
	| NotOpen
	| { kind: 'refused'; fault: 'empty' | 'too_large' | 'too_many'; megabytes: number };

/** Opens an upload; its bytes follow piece by piece. */
export function beginUpload(
	context: Acting,
	key: AssessmentKey,
	file: { id: string; fileName: string; size: number }
): BegunUpload {
	const { actor, now } = context;
	return command(context, (tx): BegunUpload => {
		const opened = openForEvidence(tx, actor, key);
		if (opened.kind !== 'open') return opened;
		const { megabytes } = readEvidenceSettings(tx);
		if (file.size === 0) return { kind: 'refused', fault: 'empty', megabytes };
		if (file.size > megabytes * MEGABYTE) return { kind: 'refused', fault: 'too_large', megabytes };
		const unfinished = tx.select({ n: count() }).from(uploads).where(eq(uploads.userId, actor.id)).get()!.n;
		if (unfinished >= MOST_UNFINISHED) return { kind: 'refused', fault: 'too_many', megabytes };
		const upload: Upload = { ...file, userId: actor.id, assessmentId: opened.assessment.id, createdAt: now };
		tx.insert(uploads).values(upload).run();
		return { kind: 'begun', upload };
	});
}

/** A person's own upload; undefined when there is none of this id. */
export function findUpload(db: Db, actor: Viewer, id: string): Upload | undefined {
	return db
		.select()
		.from(uploads)
		.where(and(eq(uploads.id, id), eq(uploads.userId, actor.id)))
		.get();
}

/** Number of bytes on disk, which is the offset of the next piece. */
export function offsetOf(dataDir: string, { id }: Pick<Upload, 'id'>): number {
	const path = pathOfUpload(dataDir, id);
	return existsSync(path) ? statSync(path).size : 0;
}

/** Appends a piece, on disk when this returns; synchronous, so that two never mix.
 *  @returns the new offset; with `misplaced` the offset at which a piece has to begin */
export function appendChunk(
	dataDir: string,
	upload: Upload,
	offset: number,
	bytes: Uint8Array
): { kind: 'appended' | 'misplaced'; offset: number } {
	const present = offsetOf(dataDir, upload);
	if (offset !== present || present + bytes.length > upload.size) return { kind: 'misplaced', offset: present };
	mkdirSync(uploadFolder(dataDir), { recursive: true });
	const handle = openSync(pathOfUpload(dataDir, upload.id), 'a');
	try {
		for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
		fdatasyncSync(handle);
	} finally {
		closeSync(handle);
	}
	return { kind: 'appended', offset: present + bytes.length };
}

/** Gives an upload up. */
export function dropUpload(db: Db, dataDir: string, { id }: Pick<Upload, 'id'>): void {
	db.delete(uploads).where(eq(uploads.id, id)).run();
	rmSync(pathOfUpload(dataDir, id), { force: true });
}

/** Gives up uploads that nobody finished within two days, and bytes that belong to none. */
export function sweepUploads(db: Db, dataDir: string, now: number): void {
	for (const upload of db
		.select()
		.from(uploads)
		.where(lt(uploads.createdAt, now - KEPT_MS))
		.all())
		dropUpload(db, dataDir, upload);
	const folder = uploadFolder(dataDir);
	if (!existsSync(folder)) return;
	const known = new Set(
		db
			.select({ id: uploads.id })
			.from(uploads)
			.all()
			.map(({ id }) => id)
	);
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		// A plain form's file has no row while it is looked at.
		if (!known.has(name) && statSync(path).mtimeMs < now - KEPT_MS) rmSync(path, { force: true });
	}
}
