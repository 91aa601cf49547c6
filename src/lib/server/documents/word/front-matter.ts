import { ExternalHyperlink, PageBreak, Paragraph, TableOfContents, TextRun } from 'docx';
import { say } from '#lib/words/say.ts';
import type { Stamp } from '#lib/server/documents/write/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { emblemLine } from './emblem-line.ts';
import type { Frame, WordExtras } from './written-frame.ts';
import { type Block, facts, gap, heading, paragraph, table } from './parts.ts';

/** Composes the title page, with the note that this text is a copy. */
export function cover(doc: Frame, locale: Locale, { stamp, emblems }: WordExtras): Block[] {
	const { kicker, subject, instrument, round, facts: items } = doc.cover;
	const labels = { fact: say(locale).word_fact({}), value: say(locale).word_value({}) };
	return [
		...emblemLine(emblems),
		paragraph(kicker, 'Kicker'),
		paragraph(subject, 'Title'),
		paragraph([{ text: `${instrument}\n${round}`, quiet: true }]),
		...(doc.sample === null ? [] : [paragraph(say(locale).common_sample_long({}), 'Note')]),
		gap(),
		...facts(labels, items),
		...copyNotice(stamp, locale)
	];
}

/** Notice that this text is a copy which can be changed, with its original and the place where the figures can be
 *  looked up. */
function copyNotice(stamp: Stamp | null, locale: Locale): Block[] {
	if (!stamp) return [paragraph(say(locale).word_edited({}), 'Quiet')];
	const address = stamp.address;
	return [
		paragraph(say(locale).word_copy({ code: stamp.code }), 'Quiet'),
		...(address === null
			? []
			: [
					new Paragraph({
						style: 'Quiet',
						children: [
							new TextRun(`${say(locale).word_check({})} `),
							new ExternalHyperlink({ link: address, children: [new TextRun({ text: address, style: 'Hyperlink' })] })
						]
					})
				])
	];
}

/** Composes the foreword without the sentence on the code of each page: an editable text bears none. */
export function foreword({ foreword: { paragraphs }, approval: { signers }, labels }: Frame): Block[] {
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

/** Composes the contents, filled from the headings as it is written; Word puts in the page numbers when it opens the
 *  document. */
export function contents(title: string): Paragraph[] {
	return [
		new Paragraph({ children: [new PageBreak()] }),
		paragraph(title, 'Kicker'),
		new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' }) as unknown as Paragraph
	];
}

/** Composes the page to sign. */
export function approval({ approval: A, labels: L }: Frame): Block[] {
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
