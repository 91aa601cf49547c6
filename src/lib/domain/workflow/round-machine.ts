import type { RoundStatus } from './types.ts';

export type RoundStep = 'open' | 'publish' | 'close';

/** What the guards look at. */
interface RoundContext {
	/** Codes of the regions whose own assessment is not assessed yet. */
	unfinished: readonly string[];
	/** Codes of the regions that the person has named as to be published unfinished. */
	confirmed: readonly string[];
}

/** Why a step is refused; a message key's ending. */
export type RoundRefusal = 'wrong_status' | 'unfinished_regions';

interface RoundRule {
	from: RoundStatus;
	to: RoundStatus;
	guard: (context: RoundContext) => RoundRefusal | null;
}

/** The life of a round: draft → open → published → closed. It is published once every region is assessed, or with those
 *  named that are not: a region that changed since the person looked is not covered by an older confirmation.
 *  `plenary` stands in the words already; no step leads there yet. */
const ROUND_STEPS: Record<RoundStep, RoundRule> = {
	open: { from: 'draft', to: 'open', guard: () => null },
	publish: {
		from: 'open',
		to: 'published',
		guard: ({ unfinished, confirmed }) =>
			unfinished.every((code) => confirmed.includes(code)) ? null : 'unfinished_regions'
	},
	close: { from: 'published', to: 'closed', guard: () => null }
};

/** The status after a step, or why it is refused. */
export function takeRoundStep(
	status: RoundStatus,
	step: RoundStep,
	context: RoundContext
): { status: RoundStatus } | { refusal: RoundRefusal } {
	const rule = ROUND_STEPS[step];
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
