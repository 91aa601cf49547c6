import type { FileType } from './file-types.ts';
import type { EvidenceKind } from './kinds.ts';

/** A piece of evidence as a report names it. Paper is copied and lies about, so it says which document is meant and opens
 *  none: no file name, no address of a link (whoever has that of a shared folder is in), no number of a person. */
export interface PrintedPiece {
	title: string;
	kind: EvidenceKind;
	/** ISO date. */
	documentDate: string | null;
	/** Null for a link. `mark`: the first signs of the file's SHA-256. */
	file: { type: FileType; size: number; mark: string } | null;
	/** Where a link leads: the host alone. Null for a file. */
	host: string | null;
	/** Empty while it is named under no indicator. */
	uses: { indicator: string; place: string }[];
}
