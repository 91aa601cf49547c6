import { m } from '#lib/paraglide/messages.js';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import type { ReportBasis } from '../types.ts';

/** Name of a class, or "not assessed" where there is none. */
export function className(basis: Pick<ReportBasis, 'instrument'>, code: string | null, locale: ReportLocale): string {
	const found = basis.instrument.classes.find((candidate) => candidate.code === code);
	return found ? found.name[locale] : m.report_not_assessed({}, { locale });
}

/** Name of a predicate; `–` where there is none. */
export function predicateName(
	basis: Pick<ReportBasis, 'instrument'>,
	code: string | null,
	locale: ReportLocale
): string {
	return basis.instrument.predicates.find((candidate) => candidate.code === code)?.name[locale] ?? '–';
}
