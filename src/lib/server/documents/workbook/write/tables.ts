import { m } from '#lib/paraglide/messages.js';
import { planRows } from '#lib/domain/planning/plan-rows.ts';
import { day, INDEX_FORMAT, instant, number, type Sheet, SHARE_FORMAT, table, text } from './sheet.ts';
import type { WorkbookData } from './types.ts';

type Locale = 'id' | 'en';

/** One row a region: what the app makes of its answers. */
export function resultsSheet({ instrument, results }: WorkbookData, locale: Locale): Sheet {
	const o = { locale };
	const gates = instrument.domains.flatMap(({ indicators }) => indicators.filter(({ gate }) => gate));
	const nameIn = (list: readonly { code: string; name: Record<Locale, string> }[], code: string | null) =>
		text(list.find((item) => item.code === code)?.name[locale] ?? null);
	return table(
		m.workbook_sheet_results({}, o),
		[
			{ name: m.report_col_code({}, o), width: 9 },
			{ name: m.report_col_region({}, o), width: 26 },
			{ name: m.workbook_col_type({}, o), width: 12 },
			{ name: m.workbook_col_status({}, o), width: 24 },
			{ name: m.workbook_col_track({}, o), width: 11 },
			{ name: m.report_index({}, o), width: 9 },
			{ name: m.report_predicate({}, o), width: 14 },
			{ name: m.report_col_class({}, o), width: 21 },
			{ name: m.workbook_completeness({}, o), width: 13 },
			{ name: m.workbook_col_provisional({}, o), width: 12 },
			...instrument.domains.map((domain) => ({ name: `${domain.code} ${domain.name[locale]}`, width: 16 })),
			...gates.map(({ code }) => ({ name: `${m.report_gate({}, o)} ${code}`, width: 11 }))
		],
		results.map(({ region, status, track, score }) => [
			text(region.code),
			text(region.name),
			text(m[`workbook_type_${region.type}`]({}, o)),
			text(m[`status_${status}`]({}, o)),
			text(track && m[`track_${track}`]({}, o)),
			number(score.index, INDEX_FORMAT),
			nameIn(instrument.predicates, score.predicate),
			nameIn(instrument.classes, score.readinessClass),
			number(score.completeness, SHARE_FORMAT),
			text(yesOrNo(score.provisional, locale)),
			...instrument.domains.map(({ code }) => number(score.domains[code] ?? null, INDEX_FORMAT)),
			...gates.map(({ code }) =>
				code in score.gates ? number(score.gates[code] ?? null) : text(m.report_na_short({}, o), { align: 'right' })
			)
		]),
		2
	);
}

/** One row an answer, on every track. */
export function answersSheet({ instrument, agencyInstrument, answers }: WorkbookData, locale: Locale): Sheet {
	const o = { locale };
	const names = { region: indicatorNames(instrument, locale), agency: indicatorNames(agencyInstrument, locale) };
	const levels = new Map(instrument.levels.map(({ level, name }) => [level, name[locale]]));
	return table(
		m.workbook_sheet_answers({}, o),
		[
			{ name: m.report_col_code({}, o), width: 9 },
			{ name: m.report_col_region({}, o), width: 24 },
			{ name: m.workbook_col_agency({}, o), width: 24 },
			{ name: m.report_col_indicator({}, o), width: 10 },
			{ name: m.workbook_col_indicator_name({}, o), width: 38 },
			{ name: m.workbook_col_track({}, o), width: 11 },
			{ name: m.report_col_level({}, o), width: 9 },
			{ name: m.workbook_col_level_name({}, o), width: 16 },
			{ name: m.report_na({}, o), width: 10 },
			{ name: m.report_col_justification({}, o), width: 70 },
			{ name: m.workbook_col_evidence_count({}, o), width: 9 },
			{ name: m.workbook_col_version({}, o), width: 7 },
			{ name: m.workbook_col_changed_at({}, o), width: 17 },
			{ name: m.workbook_col_changed_by({}, o), width: 14 }
		],
		answers.map((row) => [
			text(row.region_code),
			text(row.region_name),
			text(row.agency),
			text(row.indicator),
			text(names[row.agency === '' ? 'region' : 'agency'].get(row.indicator) ?? null),
			text(m[`track_${row.track}`]({}, o)),
			number(row.level),
			text(levels.get(row.level ?? NaN) ?? null),
			text(yesOrNo(row.not_applicable, locale)),
			text(row.justification, { wrap: true }),
			number(row.evidence_count),
			number(row.version),
			instant(row.updated_at),
			text(row.updated_by)
		]),
		4
	);
}

/** One row a step of every region's plan. */
export function planSheet({ instrument, results, plans }: WorkbookData, locale: Locale): Sheet {
	const o = { locale };
	return table(
		m.workbook_sheet_plan({}, o),
		[
			{ name: m.report_col_code({}, o), width: 9 },
			{ name: m.report_col_region({}, o), width: 24 },
			{ name: m.workbook_col_number({}, o), width: 6 },
			{ name: m.report_col_indicator({}, o), width: 10 },
			{ name: m.workbook_col_indicator_name({}, o), width: 38 },
			{ name: m.workbook_col_from({}, o), width: 8 },
			{ name: m.workbook_col_to({}, o), width: 8 },
			{ name: m.report_col_step({}, o), width: 52 },
			{ name: m.workbook_col_lead({}, o), width: 30 },
			{ name: m.workbook_col_support({}, o), width: 34 },
			{ name: m.workbook_col_effort({}, o), width: 12 },
			{ name: m.workbook_col_starts({}, o), width: 12 },
			{ name: m.workbook_col_ends({}, o), width: 12 },
			{ name: m.workbook_col_first_week({}, o), width: 9 },
			{ name: m.workbook_col_last_week({}, o), width: 9 },
			{ name: m.workbook_col_late({}, o), width: 12 },
			{ name: m.report_col_output({}, o), width: 48 },
			{ name: m.workbook_col_after({}, o), width: 16 }
		],
		results.flatMap(({ region }) =>
			(plans[region.code] ? planRows(plans[region.code]!, instrument, locale) : []).map((row) => [
				text(region.code),
				text(region.name),
				number(row.number),
				text(row.indicator),
				text(row.indicatorName),
				number(row.from),
				number(row.to),
				text(row.title, { wrap: true }),
				text(row.lead),
				text(row.support.join('; ')),
				number(row.effort, 'General'),
				day(row.startsOn),
				day(row.endsOn),
				number(row.week.first),
				number(row.week.last),
				text(yesOrNo(row.afterDeadline, locale)),
				text(row.output, { wrap: true }),
				text(row.after.join('; '))
			])
		),
		4
	);
}

/** One row for every indicator that a piece of evidence stands behind. */
export function evidenceSheet({ evidence }: WorkbookData, locale: Locale): Sheet {
	const o = { locale };
	return table(
		m.workbook_sheet_evidence({}, o),
		[
			{ name: m.report_col_code({}, o), width: 9 },
			{ name: m.report_col_region({}, o), width: 24 },
			{ name: m.workbook_col_agency({}, o), width: 24 },
			{ name: m.report_col_indicator({}, o), width: 10 },
			{ name: m.evidence_field_title({}, o), width: 46 },
			{ name: m.evidence_field_kind({}, o), width: 22 },
			{ name: m.evidence_field_place({}, o), width: 22 },
			{ name: m.evidence_field_document_date({}, o), width: 12 },
			{ name: m.evidence_field_valid_until({}, o), width: 12 },
			{ name: m.workbook_col_track({}, o), width: 11 },
			{ name: m.workbook_col_supplement({}, o), width: 10 },
			{ name: m.workbook_col_source({}, o), width: 40 },
			{ name: m.workbook_col_added_at({}, o), width: 17 }
		],
		evidence.flatMap(({ region, agency, piece, source }) =>
			(piece.uses.length > 0 ? piece.uses : [{ indicator: null, place: null, late: false }]).map((use) => [
				text(region.code),
				text(region.name),
				text(agency),
				text(use.indicator),
				text(piece.title, { wrap: true }),
				text(m[`evidence_kind_${piece.kind}`]({}, o)),
				text(use.place),
				day(piece.documentDate),
				day(piece.validUntil),
				text(m[`track_${piece.track}`]({}, o)),
				text(yesOrNo(piece.late || use.late, locale)),
				text(source),
				instant(piece.addedAt)
			])
		),
		4
	);
}

function yesOrNo(value: boolean, locale: Locale): string {
	return value ? m.workbook_yes({}, { locale }) : m.workbook_no({}, { locale });
}

function indicatorNames(instrument: WorkbookData['agencyInstrument'], locale: Locale): Map<string, string> {
	const indicators = (instrument?.domains ?? []).flatMap((domain) => domain.indicators);
	return new Map(indicators.map(({ code, name }) => [code, name[locale]]));
}
