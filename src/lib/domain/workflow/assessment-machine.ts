import type { AssessmentStatus, RoundStatus, Track } from './types.ts';

export const STEPS = [
	'start',
	'submit',
	'begin_review',
	'assess_directly',
	'ask',
	'answer',
	'withdraw',
	'finish',
	'finalise',
	'return',
	'reopen'
] as const;
export type Step = (typeof STEPS)[number];

/** Facts that the guards read. */
export interface StepContext {
	round: RoundStatus;
	/** Applicable indicators without an answer, by track. */
	missing: Record<'self' | 'assessor', number>;
	/** Indicators at level 3 or more with neither evidence nor a written waiver, by track. */
	unevidenced: Record<'self' | 'assessor', number>;
	/** Indicators whose level differs from the region's own without a reason. */
	unexplained: number;
	/** Clarifications that are not settled. */
	openClarifications: number;
	/** Clarifications that wait for the region. */
	askedClarifications: number;
	/** Disputed indicators that the plenary has not decided. */
	openDisputes: number;
	/** Reason given, where one is asked for. */
	reason: string;
}

/** Reason for refusing a step; a message key's ending. */
export type Refusal =
	| 'wrong_status'
	| 'round_not_open'
	| 'round_not_in_plenary'
	| 'self_incomplete'
	| 'assessor_incomplete'
	| 'self_unevidenced'
	| 'assessor_unevidenced'
	| 'unexplained_changes'
	| 'clarifications_open'
	| 'clarifications_asked'
	| 'disputes_open'
	| 'reason_missing';

interface StepRule {
	from: readonly AssessmentStatus[];
	to: AssessmentStatus;
	/** Statuses of the round in which the step may be taken. */
	rounds: readonly RoundStatus[];
	guard: (context: StepContext) => Refusal | null;
}

const free = () => null;
const needsReason = ({ reason }: StepContext) => (reason.trim() === '' ? 'reason_missing' : null);

const noneAsked = ({ askedClarifications }: StepContext) => (askedClarifications > 0 ? 'clarifications_asked' : null);

/** Life of an assessment. `start`, `begin_review`, `ask`, `answer` and `withdraw` come of themselves with the first
 *  answer, the first verified indicator, a question, its answer and its withdrawal; the others are taken by a person. A
 *  region that never self-assesses is assessed directly. `docs/workflow.md` is drawn from this table. */
export const ASSESSMENT_STEPS: Record<Step, StepRule> = {
	start: { from: ['not_started'], to: 'self_assessment', rounds: ['open'], guard: free },
	submit: {
		from: ['self_assessment'],
		to: 'submitted',
		rounds: ['open'],
		guard: ({ missing, unevidenced }) =>
			missing.self > 0 ? 'self_incomplete' : unevidenced.self > 0 ? 'self_unevidenced' : null
	},
	begin_review: { from: ['not_started', 'submitted'], to: 'in_review', rounds: ['open', 'plenary'], guard: free },
	assess_directly: { from: ['self_assessment'], to: 'in_review', rounds: ['open', 'plenary'], guard: needsReason },
	ask: { from: ['in_review', 'clarification'], to: 'clarification', rounds: ['open', 'plenary'], guard: free },
	answer: { from: ['clarification'], to: 'in_review', rounds: ['open', 'plenary'], guard: noneAsked },
	withdraw: { from: ['clarification'], to: 'in_review', rounds: ['open', 'plenary'], guard: noneAsked },
	finish: {
		from: ['in_review'],
		to: 'assessed',
		rounds: ['open', 'plenary'],
		guard: ({ missing, unevidenced, unexplained, openClarifications }) => {
			if (missing.assessor > 0) return 'assessor_incomplete';
			if (unevidenced.assessor > 0) return 'assessor_unevidenced';
			if (unexplained > 0) return 'unexplained_changes';
			return openClarifications > 0 ? 'clarifications_open' : null;
		}
	},
	finalise: {
		from: ['assessed'],
		to: 'final',
		rounds: ['plenary'],
		guard: ({ openDisputes }) => (openDisputes > 0 ? 'disputes_open' : null)
	},
	return: {
		from: ['submitted', 'in_review', 'clarification'],
		to: 'self_assessment',
		rounds: ['open'],
		guard: needsReason
	},
	reopen: { from: ['assessed', 'final'], to: 'in_review', rounds: ['open', 'plenary'], guard: needsReason }
};

/** Takes a step: the status after it, or the reason for refusing it. */
export function takeStep(
	status: AssessmentStatus,
	step: Step,
	context: StepContext
): { status: AssessmentStatus } | { refusal: Refusal } {
	const rule = ASSESSMENT_STEPS[step];
	if (!rule.rounds.includes(context.round))
		return { refusal: rule.rounds.includes('open') ? 'round_not_open' : 'round_not_in_plenary' };
	if (!rule.from.includes(status)) return { refusal: 'wrong_status' };
	const refusal = rule.guard(context);
	return refusal ? { refusal } : { status: rule.to };
}

/** Step that a first answer on a track brings with it; null when the status stays. An assessor may write ahead
 *  while the region still fills in its own answers. */
export function stepOfAnswer(track: Track, status: AssessmentStatus): 'start' | 'begin_review' | null {
	if (track === 'self') return status === 'not_started' ? 'start' : null;
	return track === 'assessor' && ASSESSMENT_STEPS.begin_review.from.includes(status) ? 'begin_review' : null;
}

/** Tells whether a track takes answers now: the region's own until it is submitted, the assessor's until the assessment
 *  is finished, the final one while the plenary sits. */
export function isTrackOpen(track: Track, status: AssessmentStatus, round: RoundStatus): boolean {
	if (track === 'self') return round === 'open' && (status === 'not_started' || status === 'self_assessment');
	if (track === 'final') return round === 'plenary' && status === 'assessed';
	return (round === 'open' || round === 'plenary') && status !== 'assessed' && status !== 'final';
}

/** Tells whether evidence may be added on a track now. Later than the answers themselves: a region may add requested
 *  pieces until the assessment is finished, and they are marked as late. */
export function isEvidenceOpen(track: Track, status: AssessmentStatus, round: RoundStatus): 'open' | 'late' | 'locked' {
	if (isTrackOpen(track, status, round)) return 'open';
	const inHand = status === 'submitted' || status === 'in_review' || status === 'clarification';
	return track === 'self' && inHand && (round === 'open' || round === 'plenary') ? 'late' : 'locked';
}
