import { getDocumentProxy } from 'unpdf';
import type { FileFault, OpenedFile, TextPart } from './opened-file.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Pages that are searched: a longer file is an archive, not evidence for one indicator. */
const MOST_PAGES = 500;

/** Opens a PDF; one that needs a password or is broken is a fault. */
export async function openPdf(bytes: Uint8Array): Promise<Pick<OpenedFile, 'type' | 'parts'> | { fault: FileFault }> {
	try {
		// A copy, and no Buffer: PDF.js takes the bytes away from its caller.
		const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
		if (pdf.numPages === 0) return { fault: 'broken_pdf' };
		await pdf.getPage(1);
		return { type: 'pdf', parts: pagesOf(pdf) };
	} catch (error) {
		const isLocked = error instanceof Error && error.name === 'PasswordException';
		return { fault: isLocked ? 'encrypted_pdf' : 'broken_pdf' };
	}
}

async function* pagesOf(pdf: Pdf): AsyncGenerator<TextPart> {
	for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
		page.cleanup();
		yield { place: String(number), text };
	}
}
