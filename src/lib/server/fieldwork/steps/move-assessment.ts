import { type Refusal, type Step, takeStep } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import type { Permission } from '#lib/server/people/access/access.ts';
import { countOpenDisputes } from '#lib/server/fieldwork/agenda/agenda.ts';
import { type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { countSteps, listSteps, recordStep, type TakenStep } from '#lib/server/rounds/assessment/record-step.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { findHindrances, stepContext } from './step-context.ts';
import { command } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** The steps that a person takes; the others come of themselves with an answer or a clarification. */
export const MOVE_PERMISSION = {
	submit: 'assessment.submit',
	begin_review: 'assessment.finish',
	assess_directly: 'assessment.finish',
	finish: 'assessment.finish',
	finalise: 'assessment.finalise',
	return: 'assessment.reopen',
	reopen: 'assessment.reopen'
} as const satisfies Partial<Record<Step, Permission>>;

export type MoveStep = keyof typeof MOVE_PERMISSION;

export interface Move {
	step: MoveStep;
	/** The person's reason, where the step asks for one; else empty. */
	reason: string;
	/** Number of the last step that the person saw (0 = none). */
	seen: number;
}

export type MoveResult =
	| { kind: 'moved'; status: AssessmentStatus }
	| { kind: 'refused'; refusal: Refusal; status: AssessmentStatus }
	/** Somebody else took a step since; nothing was changed. */
	| { kind: 'overtaken'; last: TakenStep; status: AssessmentStatus }
	| Refused;

/** Takes an assessment a step further, or refuses with a reason; the step and its audit entry are one transaction. */
export function moveAssessment(context: Acting, key: AssessmentKey, move: Move): MoveResult {
	const { actor } = context;
	return command(context, (tx, within): MoveResult => {
		const found = findAssessment(tx, actor, MOVE_PERMISSION[move.step], key);
		if (!found) return { kind: 'missing' };
		if (!found.allowed) return { kind: 'forbidden' };
		const { assessment } = found;
		const { status } = assessment;
		if (countSteps(tx, assessment.id) !== move.seen) {
			const last = listSteps(tx, assessment.id)[0];
			if (last) return { kind: 'overtaken', last, status };
		}
		const openDisputes = move.step === 'finalise' ? countOpenDisputes(tx, assessment) : 0;
		const context = stepContext(findHindrances(tx, assessment), assessment.round.status, move.reason, openDisputes);
		const next = takeStep(status, move.step, context);
		if ('refusal' in next) return { kind: 'refused', refusal: next.refusal, status };
		recordStep(within, assessment, { step: move.step, to: next.status, reason: move.reason });
		return { kind: 'moved', status: next.status };
	});
}
