import { DEFAULT_HEADER } from '#lib/domain/instrument/default-header.ts';
import type { Instrument, ReadinessClass } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReportLocale } from './types.ts';

/** The classes that instruments share, as they are said of an agency: their own texts speak of a region. */
const OF_AGENCY: Record<string, (inputs: Record<never, never>, o: { locale: ReportLocale }) => string> = {
	ready: m.report_class_agency_ready,
	nearly_ready: m.report_class_agency_nearly_ready,
	needs_support: m.report_class_agency_needs_support,
	lagging: m.report_class_agency_lagging
};

/** What a class means for whom the instrument assesses: in its own words, but for the shared classes of an agency's instrument. */
export function meaningOf({ unit }: Pick<Instrument, 'unit'>, reached: ReadinessClass, locale: ReportLocale): string {
	const shared = DEFAULT_HEADER.classes.find(({ code }) => code === reached.code);
	const isShared =
		shared !== undefined &&
		shared.meaning.id === reached.meaning.id &&
		shared.minIndex === reached.minIndex &&
		shared.minGate === reached.minGate;
	return (unit === 'agency' && isShared && OF_AGENCY[reached.code]?.({}, { locale })) || reached.meaning[locale];
}
