import type { AssessmentStatus, RoundStatus, Track } from './types.ts';

export type Step = 'start' | 'submit' | 'finish' | 'reopen';

/** What the guards look at. */
export interface StepContext {
	round: RoundStatus;
	/** Applicable indicators without an answer, by track. */
	missing: Record<'self' | 'assessor', number>;
	/** Why, where a reason is asked for. */
	reason: string;
}

/** Why a step is refused; a message key's ending. */
export type Refusal = 'wrong_status' | 'round_not_open' | 'self_incomplete' | 'assessor_incomplete' | 'reason_missing';

interface StepRule {
	from: readonly AssessmentStatus[];
	to: AssessmentStatus;
	guard: (context: StepContext) => Refusal | null;
}

/** The life of an assessment: not started → in progress → submitted → assessed. A region that never
 *  self-assesses is assessed directly. Docs draw it from this table. */
export const ASSESSMENT_STEPS: Record<Step, StepRule> = {
	start: { from: ['not_started'], to: 'in_progress', guard: () => null },
	submit: {
		from: ['in_progress'],
		to: 'submitted',
		guard: ({ missing }) => (missing.self > 0 ? 'self_incomplete' : null)
	},
	finish: {
		from: ['in_progress', 'submitted'],
		to: 'assessed',
		guard: ({ missing }) => (missing.assessor > 0 ? 'assessor_incomplete' : null)
	},
	reopen: {
		from: ['submitted', 'assessed'],
		to: 'in_progress',
		guard: ({ reason }) => (reason.trim() === '' ? 'reason_missing' : null)
	}
};

/** The status after a step, or why it is refused. Every step needs an open round. */
export function takeStep(
	status: AssessmentStatus,
	step: Step,
	context: StepContext
): { status: AssessmentStatus } | { refusal: Refusal } {
	const rule = ASSESSMENT_STEPS[step];
	if (context.round !== 'open') return { refusal: 'round_not_open' };
	if (!rule.from.includes(status)) return { refusal: 'wrong_status' };
	const refusal = rule.guard(context);
	return refusal ? { refusal } : { status: rule.to };
}

/** Whether a track takes answers now: the region's own until it is submitted, the assessor's until it is finished. */
export function isTrackOpen(track: Track, status: AssessmentStatus, round: RoundStatus): boolean {
	if (round !== 'open') return false;
	if (track === 'self') return status === 'not_started' || status === 'in_progress';
	return track === 'assessor' && status !== 'assessed';
}
