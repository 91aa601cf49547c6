import type { EvidenceKind } from './kinds.ts';

/** Place in a piece of evidence that supports an indicator. */
export interface EvidenceUseView {
	indicator: string;
	/** Page, article; empty where none was named. */
	place: string;
	/** The use was named after submission. */
	late: boolean;
}

/** A piece of evidence as it stood when the round was published; the hash says which file it was. */
export interface FrozenPiece {
	id: string;
	title: string;
	kind: EvidenceKind;
	/** ISO dates. */
	documentDate: string | null;
	validUntil: string | null;
	track: 'self' | 'assessor';
	sha256: string | null;
	url: string | null;
	uses: EvidenceUseView[];
}
