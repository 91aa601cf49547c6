import type { FileType } from './file-types.ts';
import type { EvidenceKind } from './kinds.ts';
import { hidePersonalNumbers } from './personal-data.ts';

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

/** Printed hex digits of a hash: two files of one round that share 48 bits are not to be expected. */
const MARK = 12;

/** The first signs of a file's SHA-256, by which a file is told from others. */
export function markOf(sha256: string): string {
	return sha256.slice(0, MARK);
}

interface NamedPiece<Use extends { place: string }> {
	title: string;
	/** Address of the link; null for a file. */
	url: string | null;
	uses: readonly Use[];
}

/** The words of a piece as any file or message may carry them that leaves the program: numbers of persons masked, of a
 *  link its host. */
export function nameOutside<Use extends { place: string }>({ title, url, uses }: NamedPiece<Use>) {
	return {
		title: hidePersonalNumbers(title),
		host: url === null ? null : new URL(url).hostname,
		uses: uses.map((use) => ({ ...use, place: hidePersonalNumbers(use.place) }))
	};
}
