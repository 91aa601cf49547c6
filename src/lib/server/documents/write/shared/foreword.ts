import { joinNames } from '#lib/words/join-names.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { type Passage, passage } from './passages.ts';
import type { OfficialAnswer, ReportBasis } from '../types.ts';

/** Writes the foreword: nature of the report and base of its figures, each sentence from the data. `check` is about
 *  the code on each page, which a text that can be edited does not bear.
 *  @param region the region that the report is about, with its official answers; null = all of them */
export function foreword(
	basis: ReportBasis,
	locale: Locale,
	region: { name: string; official: Record<string, OfficialAnswer> } | null
): { paragraphs: Passage[]; check: Passage } {
	const { instrument, round, results } = basis;
	const facts = {
		instrument: instrument.name[locale],
		version: instrument.version,
		round: round.name
	};
	const what = (date: string) =>
		region
			? say(locale).report_foreword_what_region({ ...facts, date, subject: region.name })
			: say(locale).report_foreword_what_province({
					...facts,
					date,
					regions: say(locale).report_n_regions({ count: results.length })
				});
	return {
		paragraphs: [
			passage('foreword.what', what(formatDate(basis.now, locale)), what('')),
			region
				? passage('foreword.tracks', tracks(basis, region.official, locale))
				: passage('foreword.statuses', statuses(basis, locale))
		],
		check: passage('foreword.check', say(locale).report_foreword_check({}))
	};
}

/** Number in a state, with the words for some and for all of them. */
type Part = [
	count: number,
	some: (input: { count: number }, o: { locale: Locale }) => string,
	all: (input: { count: number }, o: { locale: Locale }) => string
];

/** Sentence on the states of a number of things; empty states are not mentioned. */
function parted(total: string, parts: readonly Part[], locale: Locale): string {
	const o = { locale };
	const said = parts.filter(([count]) => count > 0);
	const [only] = said;
	if (only && said.length === 1) return only[2]({ count: only[0] }, o);
	const texts = said.map(([count, some]) => some({ count }, o));
	return say(locale).report_foreword_parts({ total, parts: joinNames(texts, locale) });
}

function tracks({ instrument }: ReportBasis, official: Record<string, OfficialAnswer>, locale: Locale): string {
	const codes = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
	const on = (wanted: OfficialAnswer['track']) => codes.filter((code) => official[code]?.track === wanted).length;
	const open = codes.filter((code) => !official[code]).length;
	const ofAgency = instrument.unit === 'agency'; // an agency is no matter of the plenary, and no region
	return parted(
		say(locale).report_n_indicators({ count: codes.length }),
		[
			ofAgency
				? [on('final'), m.report_part_answers_final_agency, m.report_all_answers_final_agency]
				: [on('final'), m.report_part_answers_final, m.report_all_answers_final],
			[on('assessor'), m.report_part_answers_assessor, m.report_all_answers_assessor],
			ofAgency
				? [on('self'), m.report_part_answers_self_agency, m.report_all_answers_self_agency]
				: [on('self'), m.report_part_answers_self, m.report_all_answers_self],
			[open, m.report_part_answers_open, m.report_all_answers_open]
		],
		locale
	);
}

function statuses({ results }: ReportBasis, locale: Locale): string {
	const total = results.length;
	const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
	const [final, assessed, none] = [count('final'), count('assessed'), count('not_started')];
	return parted(
		say(locale).report_n_regions({ count: total }),
		[
			[final, m.report_part_regions_final, m.report_all_regions_final],
			[assessed, m.report_part_regions_assessed, m.report_all_regions_assessed],
			[total - final - assessed - none, m.report_part_regions_under, m.report_all_regions_under],
			[none, m.report_part_regions_none, m.report_all_regions_none]
		],
		locale
	);
}
