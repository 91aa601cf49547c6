import { desc, eq, sql } from 'drizzle-orm';
import type { Step } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { raiseRound } from '#lib/server/foundation/db/hot-queries.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, assessmentSteps, users } from '#lib/server/foundation/db/schema.ts';
import type { Assessment } from './find-assessment.ts';
import { record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A step that was taken, as pages show it. */
export interface TakenStep {
	n: number;
	step: Step;
	from: AssessmentStatus;
	to: AssessmentStatus;
	at: number;
	/** Name of the person; null for the system. */
	by: string | null;
	reason: string;
}

/** Writes a step that the state machine allowed: new status, the step itself, audit entry. Call it inside the
 *  transaction that checked the step. Answers and clarifications call it for the steps that come of themselves. */
export function recordStep(
	within: Acting,
	assessment: Pick<Assessment, 'id' | 'status' | 'round' | 'region' | 'agency'>,
	{ step, to, reason = '' }: { step: Step; to: AssessmentStatus; reason?: string }
): void {
	const { db: tx, actor, now } = within;
	const { id, status, round, region, agency } = assessment;
	tx.update(assessments)
		.set({
			status: to,
			// a further question while one waits is a step, but the status stands since the first
			...(to !== status && { statusChangedAt: now, statusChangedBy: actor.id }),
			revision: sql`${assessments.revision} + 1`
		})
		.where(eq(assessments.id, id))
		.run();
	raiseRound(tx, { id: round.id });
	const n = countSteps(tx, id) + 1;
	tx.insert(assessmentSteps)
		.values({ assessmentId: id, n, step, from: status, to, at: now, by: actor.id, reason: reason.trim() })
		.run();
	record(within, {
		action: `assessment.${step}`,
		subject: subjectOf(round.code, region.code, agency?.id ?? null),
		before: { status },
		after: { status: to, ...(reason.trim() && { reason: reason.trim() }) }
	});
}

/** Name of an assessment in the audit log: `2026/99.78`, an agency's `2026/99.78/dinkes-99-78`. */
export function subjectOf(round: string, region: string, agency: string | null): string {
	return [round, region, ...(agency ? [agency] : [])].join('/');
}

/** Number of the steps taken: the version of the status, which a person who moves it must have seen. */
export function countSteps(db: Db, assessmentId: number): number {
	return (
		db
			.select({ n: assessmentSteps.n })
			.from(assessmentSteps)
			.where(eq(assessmentSteps.assessmentId, assessmentId))
			.orderBy(desc(assessmentSteps.n))
			.limit(1)
			.get()?.n ?? 0
	);
}

/** Every step taken, the latest first. */
export function listSteps(db: Db, assessmentId: number): TakenStep[] {
	const { n, step, from, to, at, reason } = assessmentSteps;
	return db
		.select({ n, step, from, to, at, by: users.displayName, reason })
		.from(assessmentSteps)
		.leftJoin(users, eq(users.id, assessmentSteps.by))
		.where(eq(assessmentSteps.assessmentId, assessmentId))
		.orderBy(desc(n))
		.all();
}
