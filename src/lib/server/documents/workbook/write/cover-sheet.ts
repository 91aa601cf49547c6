import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/server/documents/write/number-format.ts';
import { type Cell, type Sheet, text } from './sheet.ts';
import type { WorkbookData } from './types.ts';

/** What the workbook is, where it comes from and how far it can be relied on. */
export function coverSheet(data: WorkbookData, sheets: readonly Sheet[], locale: 'id' | 'en'): Sheet {
	const o = { locale };
	const { instrument, round, adoption } = data;
	const subject = data.results.find(({ region }) => region.code === data.region)?.region.name;
	const version = `${instrument.name[locale]} (${instrument.code.toUpperCase()}) ${m.report_version({}, o)} ${instrument.version}`;
	const fact = (label: string, value: string): (Cell | null)[] => [
		text(label, { tone: 'quiet' }),
		text(value, { wrap: true })
	];
	const facts = [
		fact(m.workbook_cover_round({}, o), round.name),
		fact(m.workbook_cover_subject({}, o), subject ?? m.workbook_cover_whole({ count: data.results.length }, o)),
		fact(
			m.workbook_cover_period({}, o),
			m.report_period({ from: formatDate(round.startsOn, locale), to: formatDate(round.endsOn, locale) }, o)
		),
		fact(m.workbook_cover_made({}, o), formatDate(data.now, locale)),
		fact(
			m.report_data_state({}, o),
			data.state === 'final' ? m.workbook_state_final({}, o) : m.workbook_state_draft({}, o)
		),
		fact(
			m.report_instrument({}, o),
			`${version}, ${adoption ? m.report_adopted({}, o) : m.report_instrument_draft({}, o)}`
		),
		fact(m.workbook_cover_number({}, o), data.documentNumber),
		fact(m.workbook_cover_source({}, o), m.workbook_cover_source_text({ round: round.name }, o)),
		fact(m.workbook_cover_licence({}, o), m.workbook_cover_licence_text({}, o))
	];
	const notes = [
		m.workbook_note_formulas({ sheet: m.workbook_sheet_calculation({}, o) }, o),
		m.workbook_note_empty({ na: m.report_na_short({}, o) }, o),
		m.report_method_index({}, o),
		m.workbook_note_rounding({}, o)
	];
	return {
		name: m.workbook_sheet_cover({}, o),
		widths: [26, 96],
		rows: [
			[text(m.workbook_title({ name: instrument.name[locale] }, o), { tone: 'title', span: 2 }), null],
			...(round.sample ? [[text(m.common_sample_long({}, o), { tone: 'warn', wrap: true, span: 2 }), null]] : []),
			...facts,
			[],
			[text(m.workbook_cover_sheets({}, o), { tone: 'parent' }), text(null, { tone: 'parent' })],
			...sheets.map(({ name, rows }) => fact(name, m.workbook_cover_rows({ count: rows.length - 1 }, o))),
			[],
			[text(m.workbook_cover_notes({}, o), { tone: 'parent' }), null],
			...notes.map((note) => [text(note, { wrap: true, span: 2 }), null])
		],
		frozen: { rows: 0, columns: 0 },
		filter: null
	};
}
