import { Paragraph, SimpleField, type Table, TableOfContents, TextRun } from 'docx';
import type { Block, Caption } from './parts.ts';

type Labels = Record<Caption['kind'], string>;

/** Writes out the captions of the blocks, each kind counted on its own. The numbers are fields of Word: they count
 *  anew when an office moves a table or leaves one out. */
export function numberCaptions(blocks: readonly Block[], labels: Labels): (Paragraph | Table)[] {
	const counted = { figure: 0, table: 0 };
	return blocks.map((block) => {
		if (!isCaption(block)) return block;
		counted[block.kind] += 1;
		return new Paragraph({
			style: 'Caption',
			keepNext: true,
			children: [
				new TextRun({ text: `${labels[block.kind]} `, bold: true }),
				new SimpleField(sequenceOf(labels[block.kind]), String(counted[block.kind])),
				new TextRun(`. ${block.text}`)
			]
		});
	});
}

/** Writes the list of one kind with its title; nothing where there is none. */
export function listOfCaptions(
	title: Paragraph,
	blocks: readonly Block[],
	kind: Caption['kind'],
	labels: Labels
): (Paragraph | Table)[] {
	const captions = blocks.filter((block) => isCaption(block)).filter((caption) => caption.kind === kind);
	if (captions.length === 0) return [];
	const entries = captions.map(({ text }, at) => ({ title: `${labels[kind]} ${at + 1}. ${text}`, level: 1 }));
	const list = new TableOfContents(labels[kind], {
		captionLabelIncludingNumbers: labels[kind],
		hyperlink: true,
		cachedEntries: entries
	});
	return [title, list as unknown as Paragraph];
}

function isCaption(block: Block): block is Caption {
	return 'kind' in block;
}

/** Name of the sequence that Word counts together (ECMA-376 17.16.5.56). */
function sequenceOf(label: string): string {
	return `SEQ ${label} \\* ARABIC`;
}
