import { EVIDENCE_KINDS, type EvidenceKind } from '#lib/domain/evidence/kinds.ts';
import type { EvidenceView } from './list-evidence.ts';

/** Marks of a piece that the list can be filtered by; a message key's ending. */
export const EVIDENCE_MARKS = ['expired', 'dead', 'unused', 'personal', 'late', 'shared'] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** The filter in the address; null = everything. */
export interface EvidenceFilter {
	kind: EvidenceKind | null;
	mark: EvidenceMark | null;
}

/** Reads the filter from an address; unknown values narrow nothing. */
export function readEvidenceFilter(params: URLSearchParams): EvidenceFilter {
	return {
		kind: EVIDENCE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
		mark: EVIDENCE_MARKS.find((mark) => mark === params.get('mark')) ?? null
	};
}

const HAS: Record<EvidenceMark, (piece: EvidenceView) => boolean> = {
	expired: ({ expired }) => expired,
	dead: ({ link }) => link?.status === 'dead',
	unused: ({ uses }) => uses.length === 0,
	personal: ({ file }) => (file?.findings?.length ?? 0) > 0,
	late: ({ late, uses }) => late || uses.some((use) => use.late),
	shared: ({ sharedWith }) => sharedWith.length > 0
};

/** The pieces that a filter lets through. */
export function filterEvidence(pieces: readonly EvidenceView[], { kind, mark }: EvidenceFilter): EvidenceView[] {
	return pieces.filter((piece) => (kind === null || piece.kind === kind) && (mark === null || HAS[mark](piece)));
}

/** Number of pieces with each mark, for the choices of the filter. */
export function countMarks(pieces: readonly EvidenceView[]): Record<EvidenceMark, number> {
	return Object.fromEntries(EVIDENCE_MARKS.map((mark) => [mark, pieces.filter(HAS[mark]).length])) as Record<
		EvidenceMark,
		number
	>;
}
