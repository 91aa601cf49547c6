import { getDocumentProxy } from 'unpdf';
import { unescapeXml, unzipTexts } from '../unzip.ts';

/** Running text of a PDF, page by page, without the places at which a word may break. */
export async function pdfText(pdf: Buffer): Promise<string> {
	const file = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
	let text = '';
	for (let number = 1; number <= file.numPages; number += 1) {
		const { items } = await (await file.getPage(number)).getTextContent();
		text += '\n' + items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
	}
	await file.loadingTask.destroy();
	return inOneLine(text);
}

/** Text of a Word document, paragraph by paragraph. */
export function wordText(bytes: Uint8Array): string {
	const xml = unzipTexts(bytes).get('word/document.xml')!;
	const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
		unescapeXml(paragraph.replace(/<w:br\/>/g, ' ').replace(/<[^>]*>/g, ''))
	);
	return inOneLine(paragraphs.join('\n'));
}

function inOneLine(text: string): string {
	return text.replaceAll('\u200b', '').replace(/[ \t\r\n]+/g, ' ');
}
