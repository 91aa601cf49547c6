import type { AnswerValue, Answers } from './types.ts';
import type { Instrument } from '../instrument/types.ts';

export interface AnswerProblem {
	indicator: string;
	kind: 'indicator_unknown' | 'level_unknown' | 'na_not_allowed';
	/** The value as given. */
	value: unknown;
}

/** Checks answers from outside: known indicators, levels of the instrument, `na` only where it may be chosen; null is
 *  unanswered.
 *  @returns the answers, or every problem of them */
export function checkAnswers(
	instrument: Instrument,
	given: Readonly<Record<string, unknown>>
): { answers: Answers } | { problems: AnswerProblem[] } {
	const indicators = new Map(
		instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => [indicator.code, indicator] as const))
	);
	const levels = new Set<unknown>(instrument.levels.map(({ level }) => level));
	const answers = new Map<string, AnswerValue>();
	const problems: AnswerProblem[] = [];
	for (const [code, value] of Object.entries(given)) {
		const indicator = indicators.get(code);
		if (!indicator) problems.push({ indicator: code, kind: 'indicator_unknown', value });
		else if (value === 'na' && !indicator.mayNotApply)
			problems.push({ indicator: code, kind: 'na_not_allowed', value });
		else if (value === 'na' || value === null || levels.has(value)) answers.set(code, value as AnswerValue);
		else problems.push({ indicator: code, kind: 'level_unknown', value });
	}
	return problems.length > 0 ? { problems } : { answers: Object.fromEntries(answers) };
}
