import type { AssessmentStatus, RoundStatus } from './types.ts';

export const ROUND_STEPS = ['open', 'convene', 'resume', 'publish', 'close'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/** Facts that the guards read. */
interface RoundContext {
	/** Codes of the regions behind the status that the step asks for, see `isFarEnough`. */
	unfinished: readonly string[];
	/** Codes of the regions that the person lets go along unfinished. */
	confirmed: readonly string[];
	/** Reason given, where one is asked for. */
	reason: string;
}

/** Reason for refusing a step; a message key's ending. */
export type RoundRefusal = 'wrong_status' | 'unfinished_regions' | 'reason_missing';

interface RoundRule {
	from: RoundStatus;
	to: RoundStatus;
	guard: (context: RoundContext) => RoundRefusal | null;
}

const allConfirmed = ({ unfinished, confirmed }: RoundContext) =>
	unfinished.every((code) => confirmed.includes(code)) ? null : 'unfinished_regions';

/** Life of a round: draft → open → plenary → published → closed, and back from the plenary with a reason. The plenary
 *  meets once every region is assessed, and the round is published once every region is final, or with those named that
 *  are not: a region that changed since the person looked is not covered by an older confirmation. */
const RULES: Record<RoundStep, RoundRule> = {
	open: { from: 'draft', to: 'open', guard: () => null },
	convene: { from: 'open', to: 'plenary', guard: allConfirmed },
	resume: {
		from: 'plenary',
		to: 'open',
		guard: ({ reason }) => (reason.trim() === '' ? 'reason_missing' : null)
	},
	publish: { from: 'plenary', to: 'published', guard: allConfirmed },
	close: { from: 'published', to: 'closed', guard: () => null }
};

/** Tells whether a region has the status that a step of the round asks for. */
export function isFarEnough(step: RoundStep, status: AssessmentStatus): boolean {
	if (step === 'publish') return status === 'final';
	return step !== 'convene' || status === 'assessed' || status === 'final';
}

/** Takes a step: the status after it, or the reason for refusing it. */
export function takeRoundStep(
	status: RoundStatus,
	step: RoundStep,
	context: RoundContext
): { status: RoundStatus } | { refusal: RoundRefusal } {
	const rule = RULES[step];
	if (status !== rule.from) return { refusal: 'wrong_status' };
	const refusal = rule.guard(context);
	return refusal ? { refusal } : { status: rule.to };
}

/** Weeks of a round unless an administrator says otherwise: the three months promised. */
const ROUND_WEEKS = 13;

/** Last day of a round.
 *  @param startsOn ISO date of the first day
 *  @returns ISO date, the first day counted as one of them */
export function lastDay(startsOn: string, weeks: number = ROUND_WEEKS): string {
	const end = Date.parse(`${startsOn}T00:00:00Z`) + (weeks * 7 - 1) * 86_400_000;
	return new Date(end).toISOString().slice(0, 10);
}
