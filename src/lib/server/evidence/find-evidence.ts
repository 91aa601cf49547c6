import { and, eq, isNull } from 'drizzle-orm';
import type { AssessmentKey } from '../assessments/find-assessment.ts';
import { canReach, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { assessments, evidence, rounds } from '../db/schema.ts';
import { mayReadForDouble } from '../double-scoring/tasks.ts';
import { mayReadAsPeer } from '../peers/peer-access.ts';

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

/** A piece of evidence that the viewer may read. Publication does not open it.
 *  @returns `missing` also where the viewer may not even know that it exists */
export function readEvidenceRow(db: Db, viewer: Viewer, id: string): EvidenceRow | 'missing' | 'forbidden' {
	const found = findEvidence(db, id);
	if (!found) return 'missing';
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
	return reaches || mayReadForDouble(db, viewer, id) || mayReadAsPeer(db, viewer, id) ? found.row : 'forbidden';
}
