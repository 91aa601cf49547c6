import type { Indicator, Instrument } from './types.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** The levels of an indicator as a form offers them, in one language. */
export function describedLevels(instrument: Instrument, indicator: Indicator, locale: Locale) {
	return instrument.levels.map(({ level, name }) => ({
		level,
		name: name[locale],
		criteria: indicator.levels[level]!.criteria[locale],
		evidence: indicator.levels[level]!.evidence[locale]
	}));
}
