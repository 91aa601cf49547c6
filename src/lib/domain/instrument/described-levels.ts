import type { Indicator, Instrument, Text } from './types.ts';

/** The levels of an indicator as a form offers them, in one language. */
export function describedLevels(instrument: Instrument, indicator: Indicator, locale: keyof Text) {
	return instrument.levels.map(({ level, name }) => ({
		level,
		name: name[locale],
		criteria: indicator.levels[level]!.criteria[locale],
		evidence: indicator.levels[level]!.evidence[locale]
	}));
}
