import { say } from '#lib/words/say.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type Cell, type Sheet, text } from './sheet.ts';
import type { WorkbookData } from './types.ts';

/** Composes the cover: nature, source and reliability of the workbook. */
export function coverSheet(data: WorkbookData, sheets: readonly Sheet[], locale: Locale): Sheet {
	const { instrument, round, adoption } = data;
	const subject = data.results.find(({ region }) => region.code === data.region)?.region.name;
	const version = `${instrument.name[locale]} (${instrument.code.toUpperCase()}) ${say(locale).report_version({})} ${instrument.version}`;
	const fact = (label: string, value: string): (Cell | null)[] => [
		text(label, { tone: 'quiet' }),
		text(value, { wrap: true })
	];
	const facts = [
		fact(say(locale).workbook_cover_round({}), round.name),
		fact(
			say(locale).workbook_cover_subject({}),
			subject ?? say(locale).workbook_cover_whole({ count: data.results.length })
		),
		fact(
			say(locale).workbook_cover_period({}),
			say(locale).report_period({ from: formatDate(round.startsOn, locale), to: formatDate(round.endsOn, locale) })
		),
		fact(say(locale).workbook_cover_made({}), formatDate(data.now, locale)),
		fact(
			say(locale).report_data_state({}),
			data.state === 'final' ? say(locale).workbook_state_final({}) : say(locale).workbook_state_draft({})
		),
		fact(
			say(locale).report_instrument({}),
			`${version}, ${adoption ? say(locale).report_adopted({}) : say(locale).report_instrument_draft({})}`
		),
		fact(say(locale).workbook_cover_number({}), data.documentNumber),
		fact(say(locale).workbook_cover_source({}), say(locale).workbook_cover_source_text({ round: round.name })),
		fact(say(locale).workbook_cover_licence({}), say(locale).workbook_cover_licence_text({}))
	];
	const notes = [
		say(locale).workbook_note_formulas({ sheet: say(locale).workbook_sheet_calculation({}) }),
		say(locale).workbook_note_empty({ na: say(locale).report_na_short({}) }),
		say(locale).report_method_index({}),
		say(locale).workbook_note_rounding({})
	];
	return {
		name: say(locale).workbook_sheet_cover({}),
		widths: [26, 96],
		rows: [
			[text(say(locale).workbook_title({ name: instrument.name[locale] }), { tone: 'title', span: 2 }), null],
			...(round.sample
				? [[text(say(locale).common_sample_long({}), { tone: 'warn', wrap: true, span: 2 }), null]]
				: []),
			...facts,
			[],
			[text(say(locale).workbook_cover_sheets({}), { tone: 'parent' }), text(null, { tone: 'parent' })],
			...sheets.map(({ name, rows }) => fact(name, say(locale).workbook_cover_rows({ count: rows.length - 1 }))),
			[],
			[text(say(locale).workbook_cover_notes({}), { tone: 'parent' }), null],
			...notes.map((note) => [text(note, { wrap: true, span: 2 }), null])
		],
		frozen: { rows: 0, columns: 0 },
		filter: null
	};
}
