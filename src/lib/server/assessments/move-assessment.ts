import { eq, sql } from 'drizzle-orm';
import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import { type Refusal, type Step, takeStep } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Permission, Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { assessments, rounds } from '../db/schema.ts';
import { type AssessmentKey, findAssessment, listAnswers } from './find-assessment.ts';
import { answersOn } from './results.ts';

const STEP_PERMISSION = {
	submit: 'assessment.submit',
	finish: 'assessment.finish',
	reopen: 'assessment.reopen'
} as const satisfies Record<Exclude<Step, 'start'>, Permission>;

export type MoveStep = keyof typeof STEP_PERMISSION;

export type MoveResult =
	| { kind: 'moved'; status: AssessmentStatus }
	| { kind: 'refused'; refusal: Refusal }
	| { kind: 'missing' | 'forbidden' };

/** Takes an assessment a step further, or says why not; the step and its audit entry are one transaction. */
export function moveAssessment(
	db: Db,
	actor: Viewer,
	key: AssessmentKey,
	step: MoveStep,
	reason: string,
	now: number
): MoveResult {
	return db.transaction(
		(tx): MoveResult => {
			const found = findAssessment(tx, actor, STEP_PERMISSION[step], key);
			if (!found) return { kind: 'missing' };
			if (!found.allowed) return { kind: 'forbidden' };
			const { assessment } = found;
			const rows = listAnswers(tx, assessment.id);
			const missingOn = (track: 'self' | 'assessor') =>
				missingIndicators(assessment.stored.instrument, answersOn(rows, track)).length;
			const next = takeStep(assessment.status, step, {
				round: assessment.round.status,
				missing: { self: missingOn('self'), assessor: missingOn('assessor') },
				reason
			});
			if ('refusal' in next) return { kind: 'refused', refusal: next.refusal };
			tx.update(assessments)
				.set({
					status: next.status,
					statusChangedAt: now,
					statusChangedBy: actor.id,
					revision: sql`${assessments.revision} + 1`
				})
				.where(eq(assessments.id, assessment.id))
				.run();
			tx.update(rounds)
				.set({ revision: sql`${rounds.revision} + 1` })
				.where(eq(rounds.id, assessment.round.id))
				.run();
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: `assessment.${step}`,
				subject: [key.round, key.region, ...(key.agency ? [key.agency] : [])].join('/'),
				before: { status: assessment.status },
				after: { status: next.status, ...(reason.trim() && { reason: reason.trim() }) }
			});
			return { kind: 'moved', status: next.status };
		},
		{ behavior: 'immediate' }
	);
}
