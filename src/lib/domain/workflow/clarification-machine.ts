import type { AssessmentStatus } from './types.ts';

export const CLARIFICATION_STATES = ['asked', 'answered', 'settled'] as const;
export type ClarificationState = (typeof CLARIFICATION_STATES)[number];

/** Steps of a clarification, a thread about one indicator; each leaves one message in it. */
export const CLARIFICATION_STEPS = ['answer', 'ask_again', 'settle', 'withdraw'] as const;
export type ClarificationStep = (typeof CLARIFICATION_STEPS)[number];

/** Every kind of message: the question that began the thread, or a step. */
export type ClarificationMessageKind = 'ask' | ClarificationStep;

interface ClarificationRule {
	from: readonly ClarificationState[];
	to: ClarificationState;
	/** Side that takes it: the region (or agency) asked, or the askers. */
	by: 'region' | 'asker';
	/** The step needs a text; others may pass without one. */
	needsBody: boolean;
}

/** Life of a thread. The region may add to an answer until it is settled, and the asker to a question; a question
 *  that turned out needless is withdrawn before it is answered. A later question begins a new thread. */
export const CLARIFICATION_RULES: Record<ClarificationStep, ClarificationRule> = {
	answer: { from: ['asked', 'answered'], to: 'answered', by: 'region', needsBody: true },
	ask_again: { from: ['asked', 'answered'], to: 'asked', by: 'asker', needsBody: true },
	settle: { from: ['answered'], to: 'settled', by: 'asker', needsBody: false },
	withdraw: { from: ['asked'], to: 'settled', by: 'asker', needsBody: false }
};

/** Reason for refusing a step; a message key's ending. */
export type ClarificationRefusal = 'clarification_state' | 'clarification_locked' | 'clarification_body_missing';

/** Takes a step: the state after it, or the reason for refusing it. */
export function moveClarification(
	state: ClarificationState,
	step: ClarificationStep,
	{ assessment, body }: { assessment: AssessmentStatus; body: string }
): { state: ClarificationState } | { refusal: ClarificationRefusal } {
	const rule = CLARIFICATION_RULES[step];
	if (assessment === 'assessed' || assessment === 'final') return { refusal: 'clarification_locked' };
	if (!rule.from.includes(state)) return { refusal: 'clarification_state' };
	if (rule.needsBody && body.trim() === '') return { refusal: 'clarification_body_missing' };
	return { state: rule.to };
}

const DAY = 86_400_000;
const DAYS_TO_ANSWER = 7;

/** Days by which an answer may be asked for, all ISO dates: from today to the end of the round, or a week on when that
 *  has passed; `preset` is a week on where the round lasts so long. */
export function dueDates(today: string, roundEndsOn: string): { first: string; last: string; preset: string } {
	const week = new Date(Date.parse(`${today}T00:00:00Z`) + DAYS_TO_ANSWER * DAY).toISOString().slice(0, 10);
	const last = roundEndsOn < today ? week : roundEndsOn;
	return { first: today, last, preset: week < last ? week : last };
}

/** Tells whether the region has let the date pass; an answered question is never overdue. */
export function isOverdue({ state, dueOn }: { state: ClarificationState; dueOn: string }, today: string): boolean {
	return state === 'asked' && dueOn < today;
}
