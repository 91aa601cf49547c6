import { inflateRawSync } from 'node:zlib';
import type { FileType } from '#lib/domain/evidence/file-types.ts';
import { packedBytes, readZipDirectory, type ZipEntry } from '#lib/domain/evidence/zip-directory.ts';
import type { FileFault, OpenedFile, TextPart } from './opened-file.ts';

/** Limits of an unpacked document. A large workbook has some hundred entries and packs its XML to a twentieth. */
const MOST_ENTRIES = 4_000;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_RATIO = 150;
/** Bytes from which the ratio counts: small files may pack better than any ratio. */
const RATIO_FROM = 4 * 1024 * 1024;
/** Levels of nesting: a document may hold documents (a chart its table), those hold none. */
const MOST_NESTING = 1;

type Unpacked = Map<string, Uint8Array>;

/** Opens a document of Word, Excel, PowerPoint or LibreOffice; refuses archives, bombs, macros and what is locked. */
export function openOffice(bytes: Uint8Array): Pick<OpenedFile, 'type' | 'parts'> | { fault: FileFault } {
	const opened = unpack(bytes, { left: MOST_BYTES }, 0);
	if (typeof opened === 'string') return { fault: opened };
	const type = typeOf(opened);
	if (type === null) return { fault: 'archive' };
	const names = [...opened.keys()];
	if (names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) return { fault: 'macros' };
	if (/<manifest:encryption-data/.test(text(opened, 'META-INF/manifest.xml'))) return { fault: 'encrypted_office' };
	return { type, parts: partsOf(opened, type) };
}

function typeOf(files: Unpacked): FileType | null {
	if (files.has('[Content_Types].xml')) {
		if (files.has('word/document.xml')) return 'docx';
		if (files.has('xl/workbook.xml')) return 'xlsx';
		if (files.has('ppt/presentation.xml')) return 'pptx';
	}
	const declared = text(files, 'mimetype').trim();
	if (declared === 'application/vnd.oasis.opendocument.text') return 'odt';
	return declared === 'application/vnd.oasis.opendocument.spreadsheet' ? 'ods' : null;
}

/** Content of the archive. The directory's sizes are checked before a byte is unpacked, and hold as the limit of the
 *  unpacking itself, because a bomb lies. */
function unpack(bytes: Uint8Array, budget: { left: number }, depth: number): Unpacked | FileFault {
	const entries = readZipDirectory(bytes, MOST_ENTRIES);
	if (entries === null) return 'broken_office';
	const fault = refuseEntries(entries, bytes.length, budget.left);
	if (fault) return fault;
	const files: Unpacked = new Map();
	for (const entry of entries) {
		if (entry.encrypted) return 'encrypted_office';
		const content = inflate(bytes, entry);
		if (typeof content === 'string') return content;
		budget.left -= content.length;
		if (isZip(content)) {
			if (depth >= MOST_NESTING) return 'bomb';
			const inner = unpack(content, budget, depth + 1);
			if (inner === 'bomb') return inner;
		}
		files.set(entry.name, content);
	}
	return files;
}

function refuseEntries(entries: ZipEntry[], size: number, left: number): FileFault | null {
	const packed = entries.reduce((sum, { compressed }) => sum + compressed, 0);
	const whole = entries.reduce((sum, { uncompressed }) => sum + uncompressed, 0);
	// Shared bytes of entries are the trick of the densest bombs.
	if (entries.length > MOST_ENTRIES || packed > size || whole > left) return 'bomb';
	const isDense = entries.some(
		({ compressed, uncompressed }) => uncompressed > RATIO_FROM && uncompressed > MOST_RATIO * compressed
	);
	return isDense ? 'bomb' : null;
}

function inflate(bytes: Uint8Array, entry: ZipEntry): Uint8Array | FileFault {
	const packed = packedBytes(bytes, entry);
	if (packed === null) return 'broken_office';
	if (entry.method === 0) return packed.length === entry.uncompressed ? packed : 'broken_office';
	if (entry.method !== 8) return 'broken_office';
	try {
		const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressed) });
		return content.length === entry.uncompressed ? content : 'broken_office';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken_office';
	}
}

function isZip(content: Uint8Array): boolean {
	return content[0] === 0x50 && content[1] === 0x4b && content[2] === 0x03 && content[3] === 0x04;
}

/** The text to search: a document as a whole, a workbook by sheet, slides by slide. */
function* partsOf(files: Unpacked, type: FileType): Generator<TextPart> {
	if (type === 'xlsx') yield* sheetsOf(files);
	else if (type === 'odt' || type === 'ods') yield { place: '', text: plain(text(files, 'content.xml')) };
	else
		for (const name of files.keys()) {
			const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name);
			if (slide || /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/.test(name))
				yield { place: slide?.[1] ?? '', text: plain(text(files, name)) };
		}
}

function* sheetsOf(files: Unpacked): Generator<TextPart> {
	const shared = [...text(files, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) => plain(xml!));
	const names = sheetNames(files);
	for (const file of files.keys()) {
		if (!/^xl\/worksheets\/[^/]+\.xml$/.test(file)) continue;
		const cells = [...text(files, file).matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
			([, attributes, inner = '']) => {
				const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
				if (value === undefined) return plain(inner);
				return /\bt="s"/.test(attributes!) ? (shared[Number(value)] ?? '') : wholeNumber(plain(value).trim());
			}
		);
		yield { place: names.get(file) ?? '', text: cells.join('\t') };
	}
	for (const file of files.keys())
		if (/^xl\/(comments|threadedComments\/).*\.xml$/.test(file)) yield { place: '', text: plain(text(files, file)) };
}

/** Whole number from a cell. Excel keeps a number of 16 digits as `3.578E+15` or with its last digit lost; the
 *  digits that are there are searched. */
function wholeNumber(value: string): string {
	const number = Number(value);
	return /E\+/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}

function sheetNames(files: Unpacked): Map<string, string> {
	const targets = new Map(
		[...text(files, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
			/\bId="([^"]*)"/.exec(tag)?.[1] ?? '',
			`xl/${(/\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/^\/?(?:xl\/)?/, '')}`
		])
	);
	return new Map(
		[...text(files, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [
			targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '',
			plain(/\bname="([^"]*)"/.exec(tag)?.[1] ?? '').trim()
		])
	);
}

function text(files: Unpacked, name: string): string {
	const content = files.get(name);
	return content ? new TextDecoder().decode(content) : '';
}

/** XML without its tags. A paragraph or cell ends a line; runs within one belong together. */
function plain(xml: string): string {
	return xml
		.replace(/<\/(?:w:p|w:tc|a:p|text:p|text:h|table:table-cell)>|<w:(?:br|tab)\b[^>]*>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');
}
