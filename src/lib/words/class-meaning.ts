import { DEFAULT_HEADER } from '#lib/domain/instrument/default-header.ts';
import type { Instrument, ReadinessClass } from '#lib/domain/instrument/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { gatesBelow } from '#lib/domain/scoring/score.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import { m } from '#lib/paraglide/messages.js';

/** Meanings of the shared classes as they are said of an agency: their own texts speak of a region. */
const OF_AGENCY: Record<string, (inputs: Record<never, never>, o: { locale: Locale }) => string> = {
	ready: m.report_class_agency_ready,
	nearly_ready: m.report_class_agency_nearly_ready,
	needs_support: m.report_class_agency_needs_support,
	lagging: m.report_class_agency_lagging
};

/** Meaning of a class for the subject of the instrument: in its own words, but for the shared classes of an agency's
 *  instrument. */
export function meaningOf({ unit }: Pick<Instrument, 'unit'>, reached: ReadinessClass, locale: Locale): string {
	const shared = unit === 'agency' && isShared(reached) ? OF_AGENCY[reached.code] : undefined;
	return shared ? shared({}, { locale }) : reached.meaning[locale];
}

/** Meaning of a class for a subject that has reached it: the shared meaning of "nearly ready" speaks of gate indicators
 *  that are still too low for the next class, which is wrong where only the index is.
 *  @param gates as in `Score.gates` */
export function meaningFor(
	instrument: Pick<Instrument, 'unit' | 'classes'>,
	reached: ReadinessClass,
	gates: Score['gates'],
	locale: Locale
): string {
	const next = instrument.classes[instrument.classes.indexOf(reached) - 1];
	const level = next?.minGate ?? null;
	const lacksIndexOnly = level !== null && Object.keys(gates).length > 0 && gatesBelow(gates, level).length === 0;
	if (reached.code !== 'nearly_ready' || !isShared(reached) || !lacksIndexOnly)
		return meaningOf(instrument, reached, locale);
	return instrument.unit === 'agency'
		? m.report_class_agency_index_only({ level }, { locale })
		: m.report_class_index_only({ level }, { locale });
}

/** Tells whether a class is one of the main instrument's, with its words and conditions. */
function isShared(reached: ReadinessClass): boolean {
	const shared = DEFAULT_HEADER.classes.find(({ code }) => code === reached.code);
	return (
		shared !== undefined &&
		shared.meaning.id === reached.meaning.id &&
		shared.minIndex === reached.minIndex &&
		shared.minGate === reached.minGate
	);
}
