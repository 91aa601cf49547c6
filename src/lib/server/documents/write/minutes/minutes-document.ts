import { joinNames } from '#lib/domain/analysis/join-names.ts';
import { byEffect } from '#lib/domain/analysis/disputes.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatDifference, formatIndex } from '#lib/domain/scoring/format-index.ts';
import type { AnswerValue, Score } from '#lib/domain/scoring/types.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { className, predicateName } from '../shared/class-name.ts';
import { dateParts, formatDate } from '../number-format.ts';
import { layoutOf } from '#lib/domain/document/report-options.ts';
import type { MinutesReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** Everything that `minutes.typ` prints, as plain data in one language. */
export function minutesDocument(report: MinutesReport, locale: ReportLocale) {
	const o = { locale };
	const { session, round, instrument } = report;
	const held = formatDate(session.heldOn, locale);
	const state = report.state === 'final' ? m.report_state_final({}, o) : m.report_state_draft({}, o);
	const names = new Map(instrument.domains.flatMap((d) => d.indicators).map(({ code, name }) => [code, name[locale]]));
	const number = session.number === '' ? m.minutes_no_number({}, o) : session.number;
	return {
		lang: locale,
		region: locale === 'id' ? 'ID' : 'GB',
		app: m.report_app({}, o),
		title: m.minutes_document_title({ round: round.name, date: held }, o),
		date: dateParts(report.now),
		state: state.toLocaleUpperCase(locale),
		sample: round.sample ? m.report_sample({}, o).toLocaleUpperCase(locale) : null,
		'document-number': number,
		...layoutOf({}),
		running: { left: m.minutes_title({}, o), right: round.name },
		heading: m.minutes_heading({}, o),
		subject: m.minutes_subject({ round: round.name, instrument: instrument.name[locale] }, o),
		number: m.minutes_number({ number }, o),
		opening: m.minutes_opening({ date: held, place: session.place, chair: session.chair, round: round.name }, o),
		draft: report.state === 'final' ? null : m.minutes_draft({}, o),
		facts: [
			{ label: m.plenary_held_on({}, o), value: held },
			{ label: m.plenary_place({}, o), value: session.place },
			{ label: m.plenary_chair({}, o), value: session.chair },
			{ label: m.minutes_instrument({}, o), value: `${instrument.name[locale]}, ${instrument.version}` }
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
				...(decision.changeReason ? [`${m[`change_reason_${decision.changeReason}`]({}, o)}. `] : []),
				decision.reason,
				...(decision.together ? [` (${m.plenary_history_together({}, o)})`] : []),
				...(decision.revisedOn ? [` (${m.plenary_revised({ date: formatDate(decision.revisedOn, locale) }, o)})`] : [])
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
		closing: m.minutes_closing({}, o),
		signers: [
			{ role: m.minutes_signer_chair({}, o), name: session.chair },
			{ role: report.province.signer[locale], name: '' },
			{ role: m.report_signer_assessor({}, o), name: '' }
		],
		labels: {
			page: m.report_page({}, o),
			of: m.report_of({}, o),
			agenda: m.minutes_agenda({}, o),
			attendees: m.minutes_attendees({}, o),
			no_attendees: m.minutes_no_attendees({}, o),
			decisions: m.minutes_decisions({}, o),
			no_decisions: m.plenary_decisions_none({}, o),
			decisions_note: m.minutes_decisions_note({}, o),
			results: m.minutes_results({}, o),
			results_note: m.minutes_results_note({}, o),
			signatures: m.minutes_signatures({}, o),
			place_date: m.report_place_date({}, o),
			name_nip: m.report_name_nip({}, o),
			col_no: m.minutes_col_no({}, o),
			col_name: m.minutes_col_name({}, o),
			col_office: m.minutes_col_office({}, o),
			col_signature: m.minutes_col_signature({}, o),
			col_region: m.plenary_col_region({}, o),
			col_indicator: m.plenary_col_indicator({}, o),
			col_self: m.plenary_col_self({}, o),
			col_assessor: m.plenary_col_assessor({}, o),
			col_second: m.minutes_col_second({}, o),
			col_decided: m.plenary_col_decision({}, o),
			col_reason: m.plenary_col_reason({}, o),
			col_decisions: m.minutes_col_decisions({}, o),
			col_before: m.minutes_col_before({}, o),
			col_after: m.minutes_col_after({}, o),
			col_change: m.minutes_col_change({}, o),
			col_class: m.minutes_col_class({}, o)
		}
	};
}

/** The points of the session: what was to be decided, region by region, and what the session did not get to. */
function agendaPoints({ decisions, pending }: MinutesReport, locale: ReportLocale): string[] {
	const o = { locale };
	const regions = new Map<string, { name: string; codes: string[] }>();
	for (const { region, indicator } of decisions) {
		const entry = regions.get(region.code) ?? { name: shortName(region), codes: [] };
		entry.codes.push(indicator);
		regions.set(region.code, entry);
	}
	return [
		m.minutes_agenda_open({}, o),
		...[...regions.values()].map(({ name, codes }) =>
			m.minutes_agenda_region({ region: name, codes: codes.join(', ') }, o)
		),
		...(pending > 0 ? [m.minutes_agenda_pending({ count: pending }, o)] : []),
		m.minutes_agenda_close({}, o)
	];
}

/** What the session decided, counted; what did not happen is not mentioned. */
function summary({ decisions, results, state }: MinutesReport, locale: ReportLocale): string {
	const o = { locale };
	if (decisions.length === 0) {
		return state === 'final' ? m.minutes_summary_none({}, o) : m.minutes_summary_none_yet({}, o);
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
	return m.minutes_summary(
		{
			decisions: m.minutes_n_decisions({ count: decisions.length }, o),
			regions: m.report_n_regions({ count: results.length }, o),
			parts:
				only && parts.length === 1
					? only.all({ count: only.count }, o)
					: joinNames(
							parts.map(({ count, some }) => some({ count }, o)),
							locale
						),
			classes: classes === 0 ? m.minutes_classes_none({}, o) : m.minutes_classes({ count: classes }, o)
		},
		o
	);
}

function classText(instrument: Instrument, before: Score, after: Score, locale: ReportLocale): string {
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

function valueText(value: AnswerValue, locale: ReportLocale): string {
	return value === 'na' ? m.report_na_short({}, { locale }) : value === null ? '–' : String(value);
}
