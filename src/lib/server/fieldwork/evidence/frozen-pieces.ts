import type { FrozenPiece } from '#lib/domain/evidence/frozen-piece.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidence, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import type { EvidenceView } from './list-evidence.ts';
import type { EvidenceUseView } from '#lib/domain/evidence/frozen-piece.ts';

/** The pieces of an assessment as a snapshot keeps them, the oldest first; removed ones are left out. */
export function freezePieces(tx: Db, assessmentId: number): FrozenPiece[] {
	const { id, title, kind, documentDate, validUntil, track, sha256, url } = evidence;
	return tx
		.select({ id, title, kind, documentDate, validUntil, track, sha256, url })
		.from(evidence)
		.where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)))
		.orderBy(asc(evidence.addedAt), asc(id))
		.all()
		.map((piece) => ({ ...piece, uses: usesOf(tx, piece.id) }));
}

function usesOf(tx: Db, evidenceId: string): EvidenceUseView[] {
	const { indicator, place, late } = evidenceUses;
	return tx
		.select({ indicator, place, late })
		.from(evidenceUses)
		.where(eq(evidenceUses.evidenceId, evidenceId))
		.orderBy(asc(indicator))
		.all();
}

/** The pieces that the snapshot of a published round keeps of an assessment; null while the round runs, and in a
 *  snapshot from before pieces were kept. */
export function findFrozenPieces(
	db: Db,
	{ round, region, agency }: Pick<Assessment, 'round' | 'region' | 'agency'>
): FrozenPiece[] | null {
	const snapshot = findSnapshot(db, round)?.snapshot;
	return (agency ? snapshot?.agencies?.pieces?.[agency.id] : snapshot?.pieces?.[region.code]) ?? null;
}

/** The pieces as they were published, once the round is; those of a running round as they are. */
export function asPublished(
	db: Db,
	of: Pick<Assessment, 'round' | 'region' | 'agency'>,
	pieces: readonly EvidenceView[]
): EvidenceView[] {
	const frozen = findFrozenPieces(db, of);
	if (!frozen) return [...pieces];
	return frozen.flatMap(({ sha256: _, url: __, ...kept }) => {
		const live = pieces.find(({ id }) => id === kept.id);
		return live ? [{ ...live, ...kept }] : [];
	});
}
