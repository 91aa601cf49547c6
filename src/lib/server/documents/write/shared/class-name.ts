import { say } from '#lib/words/say.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { ReportBasis } from '../types.ts';

/** Gives the name of a class, or "not assessed" where there is none. */
export function className(basis: Pick<ReportBasis, 'instrument'>, code: string | null, locale: Locale): string {
	const found = basis.instrument.classes.find((candidate) => candidate.code === code);
	return found ? found.name[locale] : say(locale).report_not_assessed({});
}

/** Gives the name of a predicate; `–` where there is none. */
export function predicateName(basis: Pick<ReportBasis, 'instrument'>, code: string | null, locale: Locale): string {
	return basis.instrument.predicates.find((candidate) => candidate.code === code)?.name[locale] ?? '–';
}
