import { joinNames } from '#lib/words/join-names.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import { dateParts } from '#lib/words/local-time.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { byEffect } from '#lib/domain/analysis/disputes.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { AnswerValue, Score } from '#lib/domain/scoring/types.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { className, predicateName } from '../shared/class-name.ts';
import { layoutOf } from '#lib/domain/document/report-options.ts';
import type { MinutesReport } from '../types.ts';

/** Writes all texts that `minutes.typ` prints, as plain data in one language. */
export function minutesDocument(report: MinutesReport, locale: Locale) {
	const { session, round, instrument } = report;
	const held = formatDate(session.heldOn, locale);
	const state = report.state === 'final' ? say(locale).report_state_final({}) : say(locale).report_state_draft({});
	const names = new Map(instrument.domains.flatMap((d) => d.indicators).map(({ code, name }) => [code, name[locale]]));
	const number = session.number === '' ? say(locale).minutes_no_number({}) : session.number;
	return {
		lang: locale,
		region: locale === 'id' ? 'ID' : 'GB',
		app: say(locale).report_app({}),
		title: say(locale).minutes_document_title({ round: round.name, date: held }),
		date: dateParts(Date.parse(report.now)),
		state: state.toLocaleUpperCase(locale),
		sample: round.sample ? say(locale).report_sample({}).toLocaleUpperCase(locale) : null,
		'document-number': number,
		...layoutOf({}),
		running: { left: say(locale).minutes_title({}), right: round.name },
		heading: say(locale).minutes_heading({}),
		subject: say(locale).minutes_subject({ round: round.name, instrument: instrument.name[locale] }),
		number: say(locale).minutes_number({ number }),
		opening: say(locale).minutes_opening({ date: held, place: session.place, chair: session.chair, round: round.name }),
		draft: report.state === 'final' ? null : say(locale).minutes_draft({}),
		facts: [
			{ label: say(locale).plenary_held_on({}), value: held },
			{ label: say(locale).plenary_place({}), value: session.place },
			{ label: say(locale).plenary_chair({}), value: session.chair },
			{ label: say(locale).minutes_instrument({}), value: `${instrument.name[locale]}, ${instrument.version}` }
		],
		agenda: agendaPoints(report, locale),
		attendees: session.attendees.map(({ name, office }, at) => ({
			number: String(at + 1),
			name: name || '–',
			office: office || '–'
		})),
		decisions: report.decisions.map((decision) => ({
			region: shortName(decision.region),
			code: decision.indicator,
			name: names.get(decision.indicator) ?? '',
			self: valueText(decision.self, locale),
			assessor: valueText(decision.assessor, locale),
			second: valueText(decision.second, locale),
			value: valueText(decision.value, locale),
			changed: decision.value !== decision.assessor,
			reason: [
				...(decision.changeReason ? [`${say(locale)[`change_reason_${decision.changeReason}`]({})}. `] : []),
				decision.reason,
				...(decision.together ? [` (${say(locale).plenary_history_together({})})`] : []),
				...(decision.revisedOn
					? [` (${say(locale).plenary_revised({ date: formatDate(decision.revisedOn, locale) })})`]
					: [])
			].join('')
		})),
		results: report.results
			.toSorted(
				(a, b) =>
					byEffect(effectOf(a.before, a.after), effectOf(b.before, b.after)) || (a.region.code < b.region.code ? -1 : 1)
			)
			.map(({ region, before, after, decided }) => ({
				region: shortName(region),
				decided: String(decided),
				before: formatIndex(before.index, locale),
				after: formatIndex(after.index, locale),
				change: formatDifference(after.index, before.index, locale),
				class: classText(instrument, before, after, locale)
			})),
		summary: summary(report, locale),
		closing: say(locale).minutes_closing({}),
		signers: [
			{ role: say(locale).minutes_signer_chair({}), name: session.chair },
			{ role: report.province.signer[locale], name: '' },
			{ role: say(locale).report_signer_assessor({}), name: '' }
		],
		labels: {
			page: say(locale).report_page({}),
			of: say(locale).report_of({}),
			agenda: say(locale).minutes_agenda({}),
			attendees: say(locale).minutes_attendees({}),
			no_attendees: say(locale).minutes_no_attendees({}),
			decisions: say(locale).minutes_decisions({}),
			no_decisions: say(locale).plenary_decisions_none({}),
			decisions_note: say(locale).minutes_decisions_note({}),
			results: say(locale).minutes_results({}),
			results_note: say(locale).minutes_results_note({}),
			signatures: say(locale).minutes_signatures({}),
			place_date: say(locale).report_place_date({}),
			name_nip: say(locale).report_name_nip({}),
			col_no: say(locale).minutes_col_no({}),
			col_name: say(locale).minutes_col_name({}),
			col_office: say(locale).minutes_col_office({}),
			col_signature: say(locale).minutes_col_signature({}),
			col_region: say(locale).plenary_col_region({}),
			col_indicator: say(locale).plenary_col_indicator({}),
			col_self: say(locale).plenary_col_self({}),
			col_assessor: say(locale).plenary_col_assessor({}),
			col_second: say(locale).minutes_col_second({}),
			col_decided: say(locale).plenary_col_decision({}),
			col_reason: say(locale).plenary_col_reason({}),
			col_decisions: say(locale).minutes_col_decisions({}),
			col_before: say(locale).minutes_col_before({}),
			col_after: say(locale).minutes_col_after({}),
			col_change: say(locale).minutes_col_change({}),
			col_class: say(locale).minutes_col_class({})
		}
	};
}

/** The points of the session: matters to be decided, region by region, and matters that the session did not get to. */
function agendaPoints({ decisions, pending }: MinutesReport, locale: Locale): string[] {
	const regions = new Map<string, { name: string; codes: string[] }>();
	for (const { region, indicator } of decisions) {
		const entry = regions.get(region.code) ?? { name: shortName(region), codes: [] };
		entry.codes.push(indicator);
		regions.set(region.code, entry);
	}
	return [
		say(locale).minutes_agenda_open({}),
		...[...regions.values()].map(({ name, codes }) =>
			say(locale).minutes_agenda_region({ region: name, codes: codes.join(', ') })
		),
		...(pending > 0 ? [say(locale).minutes_agenda_pending({ count: pending })] : []),
		say(locale).minutes_agenda_close({})
	];
}

/** The session's decisions, counted; kinds of decision that did not occur are not mentioned. */
function summary({ decisions, results, state }: MinutesReport, locale: Locale): string {
	const o = { locale };
	if (decisions.length === 0) {
		return state === 'final' ? say(locale).minutes_summary_none({}) : say(locale).minutes_summary_none_yet({});
	}
	const followed = decisions.filter(({ value, assessor }) => value === assessor).length;
	const self = decisions.filter(({ value, assessor, self: own }) => value !== assessor && value === own).length;
	const other = decisions.length - followed - self;
	const classes = results.filter(({ before, after }) => before.readinessClass !== after.readinessClass).length;
	const parts = [
		{ count: followed, some: m.minutes_part_followed, all: m.minutes_all_followed },
		{ count: self, some: m.minutes_part_self, all: m.minutes_all_self },
		{ count: other, some: m.minutes_part_other, all: m.minutes_all_other }
	].filter(({ count }) => count > 0);
	const [only] = parts;
	return say(locale).minutes_summary({
		decisions: say(locale).minutes_n_decisions({ count: decisions.length }),
		regions: say(locale).report_n_regions({ count: results.length }),
		parts:
			only && parts.length === 1
				? only.all({ count: only.count }, o)
				: joinNames(
						parts.map(({ count, some }) => some({ count }, o)),
						locale
					),
		classes: classes === 0 ? say(locale).minutes_classes_none({}) : say(locale).minutes_classes({ count: classes })
	});
}

function classText(instrument: Instrument, before: Score, after: Score, locale: Locale): string {
	const text = ({ readinessClass, predicate }: Score) =>
		className({ instrument }, readinessClass, locale) +
		(predicate === null ? '' : `, ${predicateName({ instrument }, predicate, locale)}`);
	return text(before) === text(after) ? text(after) : `${text(before)} → ${text(after)}`;
}

function effectOf(before: Score, after: Score) {
	const change = (from: string | null, to: string | null) => (from === to ? null : { from, to });
	return {
		index: (after.index ?? 0) - (before.index ?? 0),
		readinessClass: change(before.readinessClass, after.readinessClass),
		predicate: change(before.predicate, after.predicate)
	};
}

function valueText(value: AnswerValue, locale: Locale): string {
	return value === 'na' ? say(locale).report_na_short({}) : value === null ? '–' : String(value);
}
