import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './number-format.ts';
import type { OfficialAnswer, ReportBasis, ReportLocale } from './types.ts';

/** What the report is and what its figures rest on, before the contents: each sentence says what the data say.
 *  @param region the region that the report is about, with its official answers; null = all of them */
export function foreword(
	basis: ReportBasis,
	locale: ReportLocale,
	region: { name: string; official: Record<string, OfficialAnswer> } | null
): string[] {
	const o = { locale };
	const { instrument, round, results } = basis;
	const facts = {
		instrument: instrument.name[locale],
		version: instrument.version,
		round: round.name,
		date: formatDate(basis.now, locale)
	};
	return [
		region
			? m.report_foreword_what_region({ ...facts, subject: region.name }, o)
			: m.report_foreword_what_province({ ...facts, count: results.length }, o),
		region ? tracks(basis, region.official, locale) : statuses(basis, locale),
		m.report_foreword_check({}, o)
	];
}

function tracks({ instrument }: ReportBasis, official: Record<string, OfficialAnswer>, locale: ReportLocale): string {
	const total = instrument.domains.reduce((sum, { indicators }) => sum + indicators.length, 0);
	const answered = Object.values(official);
	const on = (wanted: OfficialAnswer['track']) => answered.filter(({ track }) => track === wanted).length;
	return m.report_foreword_tracks(
		{ total, final: on('final'), assessor: on('assessor'), self: on('self'), open: total - answered.length },
		{ locale }
	);
}

function statuses({ results }: ReportBasis, locale: ReportLocale): string {
	const total = results.length;
	const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
	const [final, assessed, none] = [count('final'), count('assessed'), count('not_started')];
	return m.report_foreword_statuses(
		{ total, final, assessed, none, under: total - final - assessed - none },
		{ locale }
	);
}
