import type { FileType } from './file-types.ts';
import type { EvidenceKind } from './kinds.ts';

/** A piece of evidence as a report names it. Paper is copied and lies about, so it names a document and opens none: no
 *  file name, no address of a link (that of a shared folder is a key to it), no number of a person. */
export interface PrintedPiece {
	title: string;
	kind: EvidenceKind;
	/** ISO date. */
	documentDate: string | null;
	/** The file, null for a link. `mark`: the first signs of its SHA-256. */
	file: { type: FileType; size: number; mark: string } | null;
	/** Host that a link leads to; null for a file. */
	host: string | null;
	/** Uses of it; empty while it is named under no indicator. */
	uses: { indicator: string; place: string }[];
}
