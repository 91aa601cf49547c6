import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { findIssued, type Issued } from './issued.ts';
import { printedCode, readCode } from './report-code.ts';

/** One place where a file differs from the text that the system wrote. */
export interface Difference {
	page: number;
	printed: string;
	expected: string;
}

export type FileVerdict =
	| { kind: 'unreadable' }
	/** The file holds no code. */
	| { kind: 'no_code' }
	| { kind: 'unknown'; code: string }
	/** The bytes are those that the system wrote when it issued the document, or writes from the frozen input. */
	| { kind: 'identical'; issued: Issued }
	/** Another program has saved the file, without changing its text. */
	| { kind: 'same_text'; issued: Issued }
	| {
			kind: 'different';
			issued: Issued;
			pages: [printed: number, expected: number];
			differences: Difference[];
			/** The system lays the document out otherwise now than when it was issued (a newer version, other boundaries
			 *  or coats of arms), so that text at another place need not have been altered. */
			isLaidOutAnew: boolean;
	  };

/** Differences named at most: the first ones show well enough how the file was altered. */
const NAMED = 20;

/** End mark of every part of a PDF, and the number of such marks looked at. */
const END_OF_FILE = '%%EOF';
const UPDATES = 20;

/** Points that lead to a page number say nothing, and their number depends on the place. */
const LEADER = /^[.\s\u2060]*$/;

/** Checks a PDF against the database, without network: by the hash that was kept when it was issued, which holds
 *  whatever becomes of the program; else text by text.
 *  @param file bytes of the PDF; the expected text is read from the issued file itself where that is still its
 *  beginning, as an electronic signature leaves it, else from the document written anew from its frozen input
 *  @returns verdict, with the differences by page */
export async function verifyFile(db: Db, file: Uint8Array): Promise<FileVerdict> {
	const printed = await readPages(file).catch(() => null);
	if (!printed) return { kind: 'unreadable' };
	const code = findCode(printed);
	if (code === null) return { kind: 'no_code' };
	const issued = findIssued(db, code);
	if (!issued) return { kind: 'unknown', code: printedCode(code) };
	const { job, address, fileHash } = issued;
	const original = originalIn(file, fileHash);
	const must = original ?? (await renderPdf(job.kind, job.data, job.locale, { code: printedCode(code), address }));
	if (Buffer.compare(must, file) === 0) return { kind: 'identical', issued };
	const expected = await readPages(must);
	const differences = compare(printed, expected);
	const pages: [number, number] = [printed.length, expected.length];
	if (differences.length === 0 && pages[0] === pages[1]) return { kind: 'same_text', issued };
	const isLaidOutAnew = original === null && hashOf(must) !== fileHash;
	return { kind: 'different', issued, pages, differences: differences.slice(0, NAMED), isLaidOutAnew };
}

/** Issued file at the beginning of a file to which a program has only added, as PDF lets it (ISO 32000-1, 7.5.6). */
function originalIn(file: Uint8Array, fileHash: string): Uint8Array | null {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	let at = bytes.lastIndexOf(END_OF_FILE); // from the end: drawings inside hold the same mark
	for (let n = 0; at > 0 && n < UPDATES; n++) {
		const end = at + END_OF_FILE.length;
		const found = [0, 1, 2].map((ends) => bytes.subarray(0, end + ends)).find((part) => hashOf(part) === fileHash);
		if (found) return found;
		at = bytes.lastIndexOf(END_OF_FILE, at - 1);
	}
	return null;
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The pieces of text of each page, in the order in which they are drawn. */
async function readPages(bytes: Uint8Array): Promise<string[][]> {
	const pdf = await getDocumentProxy(new Uint8Array(bytes)); // the reader takes the bytes away
	const pages: string[][] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const { items } = await (await pdf.getPage(number)).getTextContent();
		pages.push(items.flatMap((item) => ('str' in item && !LEADER.test(item.str) ? [item.str.trim()] : [])));
	}
	return pages;
}

/** The code that stands on most pages: a code that somebody quoted in a justification stands on one. */
function findCode(pages: readonly string[][]): string | null {
	const counts = new Map<string, number>();
	for (const page of pages) {
		const codes = page.join(' ').match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
		for (const printed of new Set(codes)) {
			const code = readCode(printed);
			if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function compare(printed: readonly string[][], expected: readonly string[][]): Difference[] {
	const count = Math.max(printed.length, expected.length);
	return Array.from({ length: count }, (_, at) => comparePage(printed[at] ?? [], expected[at] ?? [], at + 1)).flat();
}

/** Differences between the common beginning and the common end: piece by piece where as many stand on both sides,
 *  else as a whole. */
function comparePage(printed: readonly string[], expected: readonly string[], page: number): Difference[] {
	const shorter = Math.min(printed.length, expected.length);
	let head = 0;
	while (head < shorter && printed[head] === expected[head]) head++;
	let tail = 0;
	while (tail < shorter - head && printed.at(-1 - tail) === expected.at(-1 - tail)) tail++;
	const [a, b] = [printed.slice(head, printed.length - tail), expected.slice(head, expected.length - tail)];
	if (a.length === 0 && b.length === 0) return [];
	if (a.length !== b.length) return [{ page, printed: a.join(' '), expected: b.join(' ') }];
	return a.flatMap((piece, at) => (piece === b[at] ? [] : [{ page, printed: piece, expected: b[at]! }]));
}
