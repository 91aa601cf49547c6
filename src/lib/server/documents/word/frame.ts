import type { Frame, WordExtras } from './written-frame.ts';
import {
	AlignmentType,
	Document,
	Footer,
	Header,
	LevelFormat,
	PageNumber,
	Paragraph,
	TabStopType,
	TextRun
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { say } from '#lib/words/say.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { listOfCaptions, numberCaptions } from './captions.ts';
import { approval, contents, cover, foreword } from './front-matter.ts';
import { type Block, HEADINGS, PAGE_WIDTH, paragraph } from './parts.ts';
import { method } from './shared-chapters.ts';
import { FONT, SET_BACK, styles } from './styles.ts';

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4;
/** Left part of the width that the text leaves free, where the paper is bound. */
const LEFT_SHARE = 0.51;

/** Composes the whole document in the order of the PDF: cover, approval, foreword, contents, the chapters, then
 *  method and appendix. */
export function wordDocument(
	doc: Frame,
	locale: Locale,
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

/** State of the document and mark of sample data, on every page. */
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

/** Footer with number, state, page and, where the document was issued, the code of the PDF that this is a copy of. */
function footer(doc: Frame, locale: Locale, { stamp }: WordExtras): Footer {
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
			...(stamp ? [ruled([say(locale).word_copy_short({ code: stamp.code })], [])] : [])
		]
	});
}

function ruled(texts: string[], tabStops: { type: 'right' | 'center'; position: number }[], last?: TextRun): Paragraph {
	const run = new TextRun({ size: 16, color: SET_BACK, text: texts.join('\t') });
	return new Paragraph({ tabStops, children: last ? [run, last] : [run] });
}
