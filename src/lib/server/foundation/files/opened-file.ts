import type { FileType } from '#lib/domain/evidence/file-types.ts';

/** Reason why a file is not taken; a message key's ending. */
export type FileFault =
	| 'empty'
	| 'too_large'
	| 'mistyped'
	| 'program'
	| 'markup'
	| 'archive'
	| 'macros'
	| 'old_office'
	| 'encrypted_pdf'
	| 'encrypted_office'
	| 'bomb'
	| 'broken_pdf'
	| 'broken_office'
	| 'broken_image'
	| 'unknown_type'
	| 'not_accepted'
	| 'unreadable';

/** A file that is safe to keep, with a way to its text. */
export interface OpenedFile {
	type: FileType;
	sha256: string;
	/** Text in parts, each with its page or sheet; null where the file has none to search, as a picture. */
	parts: AsyncIterable<TextPart> | Iterable<TextPart> | null;
}

export interface TextPart {
	place: string;
	text: string;
}
