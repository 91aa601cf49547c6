import { and, count, eq, ne } from 'drizzle-orm';
import { type ClarificationState, isOverdue } from '#lib/domain/workflow/clarification-machine.ts';
import type { RoundStatus } from '#lib/domain/workflow/types.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, clarifications } from '#lib/server/foundation/db/schema.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { waitsForViewer } from './waits-for-viewer.ts';

/** Clarifications of one assessment by state. */
export function countClarifications(db: Db, assessmentId: number): Record<ClarificationState, number> {
	const rows = db
		.select({ state: clarifications.state, n: count() })
		.from(clarifications)
		.where(eq(clarifications.assessmentId, assessmentId))
		.groupBy(clarifications.state)
		.all();
	return { asked: 0, answered: 0, settled: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/** Open clarifications of a round that the viewer may read: all, those that wait for the viewer, those overdue.
 *  @param now milliseconds */
export function countOpenClarifications(
	db: Db,
	viewer: Viewer,
	round: { id: number; status: RoundStatus },
	now: number
): { open: number; mine: number; overdue: number } {
	const reach = reachOf(db, viewer, 'clarification.read', round);
	const { state, dueOn, askedBy } = clarifications;
	const rows = db
		.select({ state, dueOn, askedBy, regionCode: assessments.regionCode, agencyId: assessments.agencyId })
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.where(and(eq(assessments.roundId, round.id), ne(state, 'settled')))
		.all()
		.filter((row) => canReach(reach, row));
	return {
		open: rows.length,
		mine: rows.filter((row) => waitsForViewer(viewer, row)).length,
		overdue: rows.filter((row) => isOverdue(row, isoDay(now))).length
	};
}
