import { and, eq, isNull } from 'drizzle-orm';
import { findPeers, type PeerHelp } from '#lib/domain/profiles/peers.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	assessments,
	evidence,
	evidenceFiles,
	evidenceShares,
	evidenceUses
} from '#lib/server/foundation/db/schema.ts';
import { findRoundById, type Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { listShares } from './sharing.ts';

// The one way to another region's evidence: the region's own piece, without suspected personal data, while the
// agreement stands, and where the region is the peer for an indicator that the piece stands behind. `readEvidenceRow`
// asks at every reading, so that nothing outlives the agreement.

/** Peers that can help a region in a round, among the regions that share their evidence at this moment. */
export function peersOf(db: Db, round: Round, regionCode: string): PeerHelp[] {
	const scored = scoreRound(db, round, 'region');
	const own = scored.find(({ region }) => region.code === regionCode);
	if (!own) return [];
	const sharing = new Set(listShares(db, round.id).map((share) => share.regionCode));
	const candidates = scored.filter(({ region }) => region.code !== regionCode && sharing.has(region.code));
	return findPeers(
		roundInstrument(db, round, 'region').instrument,
		own.answers,
		candidates.map(({ region, answers }) => ({ code: region.code, answers }))
	);
}

/** Tells whether a piece of evidence may be read because its region shares it with the person's own. */
export function mayReadAsPeer(db: Db, viewer: Viewer, evidenceId: string): boolean {
	const rows = db
		.select({
			indicator: evidenceUses.indicator,
			region: assessments.regionCode,
			roundId: assessments.roundId,
			findings: evidenceFiles.findings
		})
		.from(evidence)
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.innerJoin(
			evidenceShares,
			and(eq(evidenceShares.roundId, assessments.roundId), eq(evidenceShares.regionCode, assessments.regionCode))
		)
		.innerJoin(evidenceUses, eq(evidenceUses.evidenceId, evidence.id))
		.leftJoin(evidenceFiles, eq(evidenceFiles.sha256, evidence.sha256))
		.where(
			and(
				eq(evidence.id, evidenceId),
				eq(evidence.track, 'self'),
				isNull(evidence.removedAt),
				isNull(assessments.agencyId)
			)
		)
		.all();
	const [first] = rows;
	if (!first || isSuspect(first.findings)) return false;
	const round = findRoundById(db, first.roundId)!;
	const asking = reachOf(db, viewer, 'evidence.read_shared', round).regions;
	return [...asking].some((own) =>
		peersOf(db, round, own).some(
			({ indicator, peer }) => peer?.code === first.region && rows.some((row) => row.indicator === indicator)
		)
	);
}

/** Tells whether personal data were suspected in a file, whatever its region then decided. */
function isSuspect(findings: string | null): boolean {
	return findings !== null && (JSON.parse(findings) as unknown[]).length > 0;
}
