import { and, eq } from 'drizzle-orm';
import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import { ASSESSMENT_STEPS, isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { type Assessment, listAnswers } from '../assessments/find-assessment.ts';
import { type MoveStep } from '../assessments/move-assessment.ts';
import { answersOn } from '../assessments/results.ts';
import { canReach, type Permission, reachOf, trackOf, type Viewer, writePermission } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { assignments, users } from '../db/schema.ts';

const STEPS = {
	submit: { permission: 'assessment.submit', track: 'self' },
	finish: { permission: 'assessment.finish', track: 'assessor' },
	reopen: { permission: 'assessment.reopen', track: null }
} as const satisfies Record<MoveStep, { permission: Permission; track: Exclude<Track, 'final'> | null }>;

/** What the viewer can do with an assessment now, and who else has a part in it. */
export interface NextSteps {
	/** Steps that status and role allow; `missing` = indicators that must be answered first. */
	steps: { step: MoveStep; missing: number }[];
	/** The viewer's track takes answers now. */
	canWrite: boolean;
	/** Names of the assessors of the region in this round. */
	assessors: string[];
}

/** What happens next and by whom. Courtesy for the page: the guard is in `moveAssessment`. */
export function readNextSteps(db: Db, viewer: Viewer, assessment: Assessment): NextSteps {
	const { round, region, agency, status, stored } = assessment;
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const may = (permission: Permission) => canReach(reachOf(db, viewer, permission, round), subject);
	const rows = listAnswers(db, assessment.id);
	const missing = (track: Exclude<Track, 'final'>) =>
		missingIndicators(stored.instrument, answersOn(rows, track)).length;
	const steps = (Object.keys(STEPS) as MoveStep[])
		.filter(
			(step) => round.status === 'open' && ASSESSMENT_STEPS[step].from.includes(status) && may(STEPS[step].permission)
		)
		.map((step) => ({ step, missing: STEPS[step].track === null ? 0 : missing(STEPS[step].track) }));
	const track = trackOf(viewer);
	return {
		steps,
		canWrite: track !== null && isTrackOpen(track, status, round.status) && may(writePermission(track)),
		assessors: db
			.select({ name: users.displayName })
			.from(assignments)
			.innerJoin(users, eq(users.id, assignments.userId))
			.where(and(eq(assignments.roundId, round.id), eq(assignments.regionCode, region.code)))
			.orderBy(users.displayName)
			.all()
			.map(({ name }) => name)
	};
}
