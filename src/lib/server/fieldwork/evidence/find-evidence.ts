import { and, eq, isNull } from 'drizzle-orm';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, evidence, rounds } from '#lib/server/foundation/db/schema.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { mayReadForDouble } from '#lib/server/fieldwork/double-scoring/tasks.ts';
import { mayReadAsPeer } from '#lib/server/fieldwork/sharing/peer-access.ts';

export type EvidenceRow = typeof evidence.$inferSelect;

/** A piece of evidence with the assessment that it belongs to; null when there is none, or it was removed. */
export function findEvidence(db: Db, id: string): { row: EvidenceRow; key: AssessmentKey } | null {
	const found = db
		.select({ row: evidence, round: rounds.code, region: assessments.regionCode, agency: assessments.agencyId })
		.from(evidence)
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.innerJoin(rounds, eq(rounds.id, assessments.roundId))
		.where(and(eq(evidence.id, id), isNull(evidence.removedAt)))
		.get();
	if (!found) return null;
	const { row, ...key } = found;
	return { row, key };
}

/** A piece of evidence that the viewer may read: by role, as second assessor, or as a peer that it is shared with.
 *  Publication does not open it.
 *  @returns `missing` also for a removed piece */
export function readEvidenceRow(db: Db, viewer: Viewer, id: string): { kind: 'readable'; row: EvidenceRow } | Refused {
	const found = findEvidence(db, id);
	if (!found) return { kind: 'missing' };
	const owner = db
		.select({
			regionCode: assessments.regionCode,
			agencyId: assessments.agencyId,
			id: rounds.id,
			status: rounds.status
		})
		.from(assessments)
		.innerJoin(rounds, eq(rounds.id, assessments.roundId))
		.where(eq(assessments.id, found.row.assessmentId))
		.get()!;
	const reaches = canReach(reachOf(db, viewer, 'evidence.read', owner), owner);
	if (reaches || mayReadForDouble(db, viewer, id) || mayReadAsPeer(db, viewer, id))
		return { kind: 'readable', row: found.row };
	return { kind: 'forbidden' };
}
