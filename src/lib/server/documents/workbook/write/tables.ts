import { say } from '#lib/words/say.ts';
import { shownCompleteness } from '#lib/words/format-share.ts';
import { zoneName } from '#lib/words/time-zone.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { planRows } from '#lib/domain/planning/plan-rows.ts';
import { COMPLETENESS_FORMAT, day, INDEX_FORMAT, instant, number, type Sheet, table, text } from './sheet.ts';
import type { WorkbookData, WorkbookPiece } from './types.ts';

/** Composes the results: one row a region, with the app's figures from its answers. */
export function resultsSheet({ instrument, results }: WorkbookData, locale: Locale): Sheet {
	const gates = instrument.domains.flatMap(({ indicators }) => indicators.filter(({ gate }) => gate));
	const nameIn = (list: readonly { code: string; name: Record<Locale, string> }[], code: string | null) =>
		text(list.find((item) => item.code === code)?.name[locale] ?? null);
	return table(
		say(locale).workbook_sheet_results({}),
		[
			{ name: say(locale).report_col_code({}), width: 9 },
			{ name: say(locale).report_col_region({}), width: 26 },
			{ name: say(locale).workbook_col_type({}), width: 12 },
			{ name: say(locale).workbook_col_status({}), width: 24 },
			{ name: say(locale).workbook_col_track({}), width: 11 },
			{ name: say(locale).report_index({}), width: 9 },
			{ name: say(locale).report_predicate({}), width: 14 },
			{ name: say(locale).report_col_class({}), width: 21 },
			{ name: say(locale).workbook_completeness({}), width: 13 },
			{ name: say(locale).workbook_col_provisional({}), width: 12 },
			...instrument.domains.map((domain) => ({ name: `${domain.code} ${domain.name[locale]}`, width: 16 })),
			...gates.map(({ code }) => ({ name: `${say(locale).report_gate({})} ${code}`, width: 11 }))
		],
		results.map(({ region, status, track, score }) => [
			text(region.code),
			text(region.name),
			text(say(locale)[`workbook_type_${region.type}`]({})),
			text(say(locale)[`status_${status}`]({})),
			text(track && say(locale)[`track_${track}`]({})),
			number(score.index, INDEX_FORMAT),
			nameIn(instrument.predicates, score.predicate),
			nameIn(instrument.classes, score.readinessClass),
			number(shownCompleteness(score.completeness), COMPLETENESS_FORMAT[locale]),
			text(yesOrNo(score.provisional, locale)),
			...instrument.domains.map(({ code }) => number(score.domains[code] ?? null, INDEX_FORMAT)),
			...gates.map(({ code }) =>
				code in score.gates
					? number(score.gates[code] ?? null)
					: text(say(locale).report_na_short({}), { align: 'right' })
			)
		]),
		2
	);
}

/** Composes the answers: one row an answer, on every track. */
export function answersSheet({ instrument, agencyInstrument, answers }: WorkbookData, locale: Locale): Sheet {
	const names = { region: indicatorNames(instrument, locale), agency: indicatorNames(agencyInstrument, locale) };
	const levels = new Map(instrument.levels.map(({ level, name }) => [level, name[locale]]));
	return table(
		say(locale).workbook_sheet_answers({}),
		[
			{ name: say(locale).report_col_code({}), width: 9 },
			{ name: say(locale).report_col_region({}), width: 24 },
			{ name: say(locale).workbook_col_agency({}), width: 24 },
			{ name: say(locale).report_col_indicator({}), width: 10 },
			{ name: say(locale).workbook_col_indicator_name({}), width: 38 },
			{ name: say(locale).workbook_col_track({}), width: 11 },
			{ name: say(locale).report_col_level({}), width: 9 },
			{ name: say(locale).workbook_col_level_name({}), width: 16 },
			{ name: say(locale).report_na({}), width: 10 },
			{ name: say(locale).report_col_justification({}), width: 70 },
			{ name: say(locale).workbook_col_evidence_count({}), width: 9 },
			{ name: say(locale).workbook_col_version({}), width: 7 },
			{ name: say(locale).workbook_col_changed_at({ zone: zoneName() }), width: 17 },
			{ name: say(locale).workbook_col_changed_by({}), width: 14 }
		],
		answers.map((row) => [
			text(row.region_code),
			text(row.region_name),
			text(row.agency),
			text(row.indicator),
			text(names[row.agency === '' ? 'region' : 'agency'].get(row.indicator) ?? null),
			text(say(locale)[`track_${row.track}`]({})),
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

/** Composes the plans: one row a step of every region's plan. */
export function planSheet({ instrument, results, plans }: WorkbookData, locale: Locale): Sheet {
	return table(
		say(locale).workbook_sheet_plan({}),
		[
			{ name: say(locale).report_col_code({}), width: 9 },
			{ name: say(locale).report_col_region({}), width: 24 },
			{ name: say(locale).workbook_col_number({}), width: 6 },
			{ name: say(locale).report_col_indicator({}), width: 10 },
			{ name: say(locale).workbook_col_indicator_name({}), width: 38 },
			{ name: say(locale).workbook_col_from({}), width: 8 },
			{ name: say(locale).workbook_col_to({}), width: 8 },
			{ name: say(locale).report_col_step({}), width: 52 },
			{ name: say(locale).workbook_col_lead({}), width: 30 },
			{ name: say(locale).workbook_col_support({}), width: 34 },
			{ name: say(locale).workbook_col_effort({}), width: 12 },
			{ name: say(locale).workbook_col_starts({}), width: 12 },
			{ name: say(locale).workbook_col_ends({}), width: 12 },
			{ name: say(locale).workbook_col_first_week({}), width: 9 },
			{ name: say(locale).workbook_col_last_week({}), width: 9 },
			{ name: say(locale).workbook_col_late({}), width: 12 },
			{ name: say(locale).report_col_output({}), width: 48 },
			{ name: say(locale).workbook_col_after({}), width: 16 }
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

/** Composes the evidence: one row for every indicator that a piece of evidence stands behind. */
export function evidenceSheet({ evidence }: WorkbookData, locale: Locale): Sheet {
	return table(
		say(locale).workbook_sheet_evidence({}),
		[
			{ name: say(locale).report_col_code({}), width: 9 },
			{ name: say(locale).report_col_region({}), width: 24 },
			{ name: say(locale).workbook_col_agency({}), width: 24 },
			{ name: say(locale).report_col_indicator({}), width: 10 },
			{ name: say(locale).evidence_field_title({}), width: 46 },
			{ name: say(locale).evidence_field_kind({}), width: 22 },
			{ name: say(locale).evidence_field_place({}), width: 22 },
			{ name: say(locale).evidence_field_document_date({}), width: 12 },
			{ name: say(locale).evidence_field_valid_until({}), width: 12 },
			{ name: say(locale).workbook_col_track({}), width: 11 },
			{ name: say(locale).workbook_col_supplement({}), width: 10 },
			{ name: say(locale).workbook_col_source({}), width: 40 },
			{ name: say(locale).workbook_col_added_at({ zone: zoneName() }), width: 17 }
		],
		evidence.flatMap(({ region, agency, piece }) =>
			(piece.uses.length > 0 ? piece.uses : [{ indicator: null, place: null, late: false }]).map((use) => [
				text(region.code),
				text(region.name),
				text(agency),
				text(use.indicator),
				text(piece.title, { wrap: true }),
				text(say(locale)[`evidence_kind_${piece.kind}`]({})),
				text(use.place),
				day(piece.documentDate),
				day(piece.validUntil),
				text(say(locale)[`track_${piece.track}`]({})),
				text(yesOrNo(piece.late || use.late, locale)),
				text(sourceOf(piece, locale)),
				instant(piece.addedAt)
			])
		),
		4
	);
}

function sourceOf({ file, host }: WorkbookPiece['piece'], locale: Locale): string {
	return file
		? `${say(locale)[`evidence_type_${file.type}`]({})} · ${file.mark}`
		: say(locale).report_evidence_link({ host: host ?? '–' });
}

function yesOrNo(value: boolean, locale: Locale): string {
	return value ? say(locale).workbook_yes({}) : say(locale).workbook_no({});
}

function indicatorNames(instrument: WorkbookData['agencyInstrument'], locale: Locale): Map<string, string> {
	const indicators = (instrument?.domains ?? []).flatMap((domain) => domain.indicators);
	return new Map(indicators.map(({ code, name }) => [code, name[locale]]));
}
