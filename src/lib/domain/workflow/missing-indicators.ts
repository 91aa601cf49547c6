import type { Indicator, Instrument } from '../instrument/types.ts';
import type { Answers } from '../scoring/types.ts';

/** Indicators still without an answer, in the instrument's order; "not applicable" is an answer. */
export function missingIndicators(instrument: Instrument, answers: Answers): Indicator[] {
	return instrument.domains
		.flatMap((domain) => domain.indicators)
		.filter((indicator) => (answers[indicator.code] ?? null) === null);
}
