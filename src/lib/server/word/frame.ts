import {
	AlignmentType,
	Document,
	ExternalHyperlink,
	Footer,
	Header,
	LevelFormat,
	LineRuleType,
	PageBreak,
	PageNumber,
	Paragraph,
	TableOfContents,
	TabStopType,
	TextRun
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { m } from '#lib/paraglide/messages.js';
import type { documentFrame } from '../reports/document-frame.ts';
import type { Written } from '../reports/passages.ts';
import type { outlinesOf } from '../reports/report-charts.ts';
import type { Emblems, ReportLocale, Stamp } from '../reports/types.ts';
import { listOfCaptions, numberCaptions } from './captions.ts';
import { emblemLine } from './emblem-line.ts';
import {
	type Block,
	captioned,
	facts,
	gap,
	heading,
	HEADINGS,
	PAGE_WIDTH,
	paragraph,
	passage,
	table
} from './parts.ts';

/** What region and province share; the document data of the PDF. */
export type Frame = Written<ReturnType<typeof documentFrame>>;

/** A typeface that every office has; whoever edits can change it in the styles. */
const FONT = 'Arial';
const INK = '12262F';
const ACCENT = '0F4C5C';
const SET_BACK = '46585F';

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4;
/** Of what the text leaves free beside it, the part at its left, where it is bound. */
const LEFT_SHARE = 0.51;

/** What the data of a document do not say of it. */
export interface WordExtras {
	/** Of the PDF that this is a copy of; null = none was issued. */
	stamp: Stamp | null;
	/** Across each page; null = nothing. */
	watermark: string | null;
	emblems: Emblems | undefined;
	/** The map on true boundaries; null while none are installed. */
	areas: ReturnType<typeof outlinesOf>;
}

/** The whole document in the order of the PDF: cover, approval, foreword, contents, the chapters, then method and appendix. */
export function wordDocument(
	doc: Frame,
	locale: ReportLocale,
	chapters: { main: Block[]; appendix: Block[] },
	extras: WordExtras
): Document {
	const L = doc.labels;
	const [width, height] = doc.paper.map((side) => Math.round(side * TWIPS)) as [number, number];
	const left = Math.round((width - PAGE_WIDTH) * LEFT_SHARE);
	const body = [...chapters.main, ...(doc.show.method ? method(doc) : []), ...chapters.appendix];
	return new Document({
		title: doc.title,
		creator: doc.app,
		lastModifiedBy: doc.app,
		description: `${doc['document-number']}, ${doc.state}`,
		styles: styles(locale),
		numbering: {
			config: [
				{
					reference: HEADINGS,
					levels: [0, 1].map((level) => ({
						level,
						format: LevelFormat.DECIMAL,
						text: level === 0 ? '%1' : '%1.%2',
						alignment: AlignmentType.START,
						style: { paragraph: { indent: { left: 567, hanging: 567 } } }
					}))
				}
			]
		},
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width, height },
						margin: { top: 1531, bottom: 1531, left, right: width - PAGE_WIDTH - left }
					}
				},
				headers: {
					default: new Header({ children: [...watermark(extras), runningHead(doc)] }),
					first: new Header({ children: watermark(extras) })
				},
				footers: { default: footer(doc, locale, extras), first: footer(doc, locale, extras) },
				children: [
					...numberCaptions([...cover(doc, locale, extras), ...approval(doc), ...foreword(doc)], L),
					...contents(L.contents),
					...listOfCaptions(paragraph(L.list_figures, 'Kicker'), body, 'figure', L),
					...listOfCaptions(paragraph(L.list_tables, 'Kicker'), body, 'table', L),
					...numberCaptions(body, L)
				]
			}
		]
	});
}

function styles(locale: ReportLocale) {
	const heads = (size: number, color: string, before: number) => ({
		run: { font: FONT, size, bold: true, color },
		paragraph: { spacing: { before, after: 120 }, keepNext: true }
	});
	const small = {
		basedOn: 'Normal',
		quickFormat: true,
		run: { size: 17 },
		paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }
	};
	return {
		default: {
			document: {
				run: { font: FONT, size: 20, color: INK, language: { value: locale === 'id' ? 'id-ID' : 'en-GB' } },
				paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } }
			},
			title: {
				run: { font: FONT, size: 52, bold: true, color: INK },
				paragraph: { spacing: { before: 240, after: 120 } }
			},
			heading1: { ...heads(34, INK, 480), paragraph: { ...heads(34, INK, 480).paragraph, pageBreakBefore: true } },
			heading2: heads(25, INK, 320),
			heading3: heads(21, ACCENT, 240)
		},
		paragraphStyles: [
			{ id: 'TableText', name: 'Table Text', ...small },
			{ id: 'TableHead', name: 'Table Head', ...small, run: { ...small.run, bold: true, color: SET_BACK } },
			{
				id: 'Kicker',
				name: 'Kicker',
				basedOn: 'Normal',
				run: { size: 22, bold: true, color: ACCENT },
				paragraph: { keepNext: true }
			},
			{
				id: 'Finding',
				name: 'Finding',
				basedOn: 'Normal',
				run: { size: 22, bold: true },
				paragraph: { keepNext: true }
			},
			{ id: 'Note', name: 'Note', basedOn: 'Normal', run: { bold: true, color: '8A4B08' } },
			{ id: 'Figure', name: 'Figure', basedOn: 'Normal', run: { size: 60, bold: true, color: ACCENT } },
			{
				id: 'Caption',
				name: 'caption',
				basedOn: 'Normal',
				quickFormat: true,
				run: { size: 18, color: ACCENT },
				paragraph: { keepNext: true, spacing: { before: 160, after: 80 } }
			},
			{ id: 'Source', name: 'Source', basedOn: 'Normal', run: { size: 16, color: SET_BACK } },
			{
				id: 'Quiet',
				name: 'Quiet',
				basedOn: 'Normal',
				run: { size: 18, color: SET_BACK },
				paragraph: { keepNext: true }
			}
		]
	};
}

/** State, and that it is sample data, stand on every page. */
function stateLine({ state, sample }: Frame): string {
	return sample === null ? state : `${state} · ${sample}`;
}

function runningHead({ running: { left, right } }: Frame): Paragraph {
	return ruled([left, right], [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }]);
}

function watermark({ watermark: text }: WordExtras): Paragraph[] {
	if (text === null) return [];
	return [new Paragraph({ children: [new TextWatermark({ text, font: FONT, bold: true, color: 'DDD9CE' })] })];
}

/** Number, state, page and, where the document was issued, the code of the PDF that this is a copy of. */
function footer(doc: Frame, locale: ReportLocale, { stamp }: WordExtras): Footer {
	const { page, of } = doc.labels;
	const tabs = [
		{ type: TabStopType.CENTER, position: PAGE_WIDTH / 2 },
		{ type: TabStopType.RIGHT, position: PAGE_WIDTH }
	];
	const numbers = new TextRun({
		size: 16,
		color: SET_BACK,
		children: [`\t${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES]
	});
	return new Footer({
		children: [
			ruled([doc['document-number'], stateLine(doc)], tabs, numbers),
			...(stamp ? [ruled([m.word_copy_short({ code: stamp.code }, { locale })], [])] : [])
		]
	});
}

function ruled(texts: string[], tabStops: { type: 'right' | 'center'; position: number }[], last?: TextRun): Paragraph {
	const run = new TextRun({ size: 16, color: SET_BACK, text: texts.join('\t') });
	return new Paragraph({ tabStops, children: last ? [run, last] : [run] });
}

function cover(doc: Frame, locale: ReportLocale, { stamp, emblems }: WordExtras): Block[] {
	const { kicker, subject, instrument, round, facts: items } = doc.cover;
	const labels = { fact: m.word_fact({}, { locale }), value: m.word_value({}, { locale }) };
	return [
		...emblemLine(emblems),
		paragraph(kicker, 'Kicker'),
		paragraph(subject, 'Title'),
		paragraph([{ text: `${instrument}\n${round}`, quiet: true }]),
		...(doc.sample === null ? [] : [paragraph(m.common_sample_long({}, { locale }), 'Note')]),
		gap(),
		...facts(labels, items),
		...copyNotice(stamp, locale)
	];
}

/** That this text is a copy which can be changed, of which document it is one, and where its figures can be looked up. */
function copyNotice(stamp: Stamp | null, locale: ReportLocale): Block[] {
	const o = { locale };
	if (!stamp) return [paragraph(m.word_edited({}, o), 'Quiet')];
	const address = stamp.address;
	return [
		paragraph(m.word_copy({ code: stamp.code }, o), 'Quiet'),
		...(address === null
			? []
			: [
					new Paragraph({
						style: 'Quiet',
						children: [
							new TextRun(`${m.word_check({}, o)} `),
							new ExternalHyperlink({ link: address, children: [new TextRun({ text: address, style: 'Hyperlink' })] })
						]
					})
				])
	];
}

/** Without what it says of the code on each page: a text that can be edited bears none. */
function foreword({ foreword: { paragraphs }, approval: { signers }, labels }: Frame): Block[] {
	return [
		heading(1, labels.foreword, { plain: true }),
		...paragraphs.map((text) => paragraph(text)),
		gap(),
		paragraph([
			{ text: `${labels.place_date}\n`, quiet: true },
			{ text: signers[0]!, bold: true }
		])
	];
}

/** Filled from the headings as it is written; Word puts in the page numbers when it opens the document. */
function contents(title: string): Paragraph[] {
	return [
		new Paragraph({ children: [new PageBreak()] }),
		paragraph(title, 'Kicker'),
		new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' }) as unknown as Paragraph
	];
}

/** Basis, aim, scope, team and calendar of the round. */
export function introduction({ introduction: I, show }: Frame): Block[] {
	if (!show.introduction) return [];
	const L = I.labels;
	const listed = (caption: string, head: [string, string], rows: [string, string][], none: string): Block[] =>
		rows.length === 0
			? [paragraph([{ text: none, quiet: true }])]
			: captioned(
					caption,
					table(
						[
							{ head: head[0], width: 3 },
							{ head: head[1], width: 2 }
						],
						rows
					)
				);
	return [
		heading(1, L.title),
		heading(2, L.basis),
		...I.basis.map((text) => paragraph(text)),
		heading(2, L.aim),
		...passage(I.aim),
		heading(2, L.scope),
		...I.scope.map((text) => paragraph(text)),
		heading(2, L.team),
		...listed(
			L.table_team,
			[L.col_assessor, L.col_regions],
			I.team.map(({ name, regions }) => [name, regions]),
			L.team_none
		),
		heading(2, L.calendar),
		...listed(
			L.table_calendar,
			[L.col_milestone, L.col_period],
			I.calendar.map(({ name, period }) => [name, period]),
			L.calendar_none
		)
	];
}

function method({ method: M, labels: L }: Frame): Block[] {
	return [
		heading(1, L.method),
		...M.paragraphs.map((text) => paragraph(text)),
		heading(2, L.levels_heading),
		...captioned(
			L.table_levels,
			table(
				[
					{ head: L.col_level, width: 1 },
					{ head: L.col_name, width: 2 },
					{ head: L.col_meaning, width: 6 }
				],
				M.levels.map(({ level, name, meaning }) => [level, [{ text: name, bold: true }], meaning])
			)
		),
		heading(2, L.classes_heading),
		...captioned(
			L.table_classes,
			table(
				[
					{ head: L.col_class, width: 3 },
					{ head: L.col_min_index, width: 2 },
					{ head: L.col_min_gate, width: 2 },
					{ head: L.col_meaning, width: 5 }
				],
				M.classes.map(({ name, index, gate, meaning }) => [[{ text: name, bold: true }], index, gate, meaning])
			)
		),
		heading(2, L.predicates_heading),
		...captioned(
			L.table_predicate_ranges,
			table(
				[
					{ head: L.col_predicate, width: 1 },
					{ head: L.col_index, width: 2 }
				],
				M.predicates.map(({ name, range }) => [[{ text: name, bold: true }], range])
			)
		)
	];
}

function approval({ approval: A, labels: L }: Frame): Block[] {
	return [
		heading(1, L.approval_page, { plain: true }),
		...A.paragraphs.map((text) => paragraph(text)),
		gap(),
		table(
			A.signers.map((head) => ({ head, width: 1 })),
			[A.signers.map(() => `${L.place_date}\n\n\n\n\n${L.name_nip}`)]
		)
	];
}
