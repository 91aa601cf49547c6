import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './number-format.ts';
import { type Passage, passage } from './passages.ts';
import type { OfficialAnswer, ReportBasis, ReportLocale } from './types.ts';

/** What the report is and what its figures rest on, before the contents: each sentence says what the data say. `check` is about the
 *  code on each page, which a text that can be edited does not bear.
 *  @param region the region that the report is about, with its official answers; null = all of them */
export function foreword(
	basis: ReportBasis,
	locale: ReportLocale,
	region: { name: string; official: Record<string, OfficialAnswer> } | null
): { paragraphs: Passage[]; check: Passage } {
	const o = { locale };
	const { instrument, round, results } = basis;
	const facts = {
		instrument: instrument.name[locale],
		version: instrument.version,
		round: round.name
	};
	const what = (date: string) =>
		region
			? m.report_foreword_what_region({ ...facts, date, subject: region.name }, o)
			: m.report_foreword_what_province({ ...facts, date, count: results.length }, o);
	return {
		paragraphs: [
			passage('foreword.what', what(formatDate(basis.now, locale)), what('')),
			region
				? passage('foreword.tracks', tracks(basis, region.official, locale))
				: passage('foreword.statuses', statuses(basis, locale))
		],
		check: passage('foreword.check', m.report_foreword_check({}, o))
	};
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
