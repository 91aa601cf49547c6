import { inArray } from 'drizzle-orm';
import { markOf, nameOutside, type PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import { type FileType, typeOfMedia } from '#lib/domain/evidence/file-types.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidenceFiles } from '#lib/server/foundation/db/schema.ts';
import { findFrozenPieces, freezePieces } from './frozen-pieces.ts';
import type { FrozenPiece } from '#lib/domain/evidence/frozen-piece.ts';

/** The evidence of an assessment for a report, the oldest first: as it was published, or as it stands; without file
 *  names, full addresses and personal numbers. Callers check `evidence.read`. */
export function listPrintedPieces(db: Db, assessment: Assessment): PrintedPiece[] {
	const pieces = findFrozenPieces(db, assessment) ?? freezePieces(db, assessment.id);
	const files = filesOf(db, pieces);
	return pieces.map(({ title, kind, documentDate, sha256, url, uses }) => ({
		...nameOutside({ title, url, uses: uses.map(({ indicator, place }) => ({ indicator, place })) }),
		kind,
		documentDate,
		file: sha256 === null ? null : { ...files.get(sha256)!, mark: markOf(sha256) }
	}));
}

/** Type and size by hash: the bytes behind a hash never change, so neither is kept in a snapshot. */
function filesOf(db: Db, pieces: readonly FrozenPiece[]): Map<string, { type: FileType; size: number }> {
	const hashes = pieces.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
	const rows = db.select().from(evidenceFiles).where(inArray(evidenceFiles.sha256, hashes)).all();
	return new Map(rows.map(({ sha256, size, mediaType }) => [sha256, { type: typeOfMedia(mediaType)!, size }]));
}
