// Reads a PDF with pdf.js and a reader of its objects, which know nothing of the compiler that wrote it, and checks the
// conditions of PDF/UA-1 that a program can see: structure, artifacts, headings, tables, alternative texts, links,
// order, language, title, typefaces, bookmarks. Numbers are those of the Matterhorn Protocol 1.1; most of its other
// conditions need a person. veraPDF, which runs on Java, found the same documents in order; it is no part of the tests.
import { getDocumentProxy } from 'unpdf';
import { OPS } from 'unpdf/pdfjs';
import { type FontCodes, readPdfObjects } from './check-pdf-objects.ts';

interface Node {
	role?: string;
	id?: string;
	children?: Node[];
}
interface TextItem {
	str?: string;
	type?: string;
	id?: string | null;
	tag?: string;
	transform?: number[];
}
interface OutlineItem {
	title: string;
	dest: unknown;
	items: OutlineItem[];
}
interface Heading {
	page: number;
	level: number;
	text: string;
	y: number;
}
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** Operators of pdf.js that draw. */
const DRAWING = new Map([
	[OPS.showText, 'text'],
	[OPS.paintImageXObject, 'a picture'],
	[OPS.paintInlineImageXObject, 'a picture'],
	[OPS.paintImageMaskXObject, 'a picture'],
	[OPS.shadingFill, 'a shade'],
	[OPS.constructPath, 'a path']
]);

/** Finds conditions of PDF/UA-1 that a document breaks, each with the page; none when it keeps all that are checked. */
export async function pdfUaFaults(bytes: Uint8Array): Promise<string[]> {
	const objects = await readPdfObjects(bytes);
	const pdf = await getDocumentProxy(new Uint8Array(bytes)); // pdf.js takes the bytes for itself
	const faults = [...objects.faults, ...(await documentFaults(pdf))];
	const headings: Heading[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const tree = (await page.getStructTree()) as Node | null;
		const nodes = tree ? flat(tree) : [];
		const { items } = await page.getTextContent({ includeMarkedContent: true });
		const texts = textsByMark(items as TextItem[]);
		headings.push(...headingsOf(nodes, texts, number));
		const found = [
			...(await contentFaults(page, objects.fonts)),
			...(tree ? [] : ['01-005 the page has no structure']),
			...unknownMarks(items as TextItem[], new Set(nodes.flatMap(({ id }) => id ?? []))),
			...orderFaults(nodes, texts)
		];
		faults.push(...found.map((fault) => `page ${number}: ${fault}`));
	}
	return [...faults, ...headingFaults(headings), ...(await outlineFaults(pdf, headings))];
}

async function documentFaults(pdf: Pdf): Promise<string[]> {
	const { info, metadata } = await pdf.getMetadata();
	const xmp = new Map(metadata as unknown as Iterable<[string, unknown]>);
	const marks = (await pdf.getMarkInfo()) as { Marked: boolean; Suspects: boolean } | null;
	const preferences = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
	const language = (info as { Language?: string | null }).Language;
	const asked: [string, boolean][] = [
		['06-002 no sign of PDF/UA-1 in the metadata', xmp.get('pdfuaid:part') === '1'],
		['06-003 no title in the metadata', Boolean(xmp.get('dc:title'))],
		['07-001 the title is not shown', preferences?.DisplayDocTitle === true],
		['ISO 14289-1, 6.2 not marked as tagged', marks?.Marked === true],
		['01-007 its tags are suspected of being wrong', !marks?.Suspects],
		['11-006 no language', Boolean(language && /^[a-z]{2}(-[A-Z]{2})?$/.test(language))]
	];
	return asked.flatMap(([fault, holds]) => (holds ? [] : [fault]));
}

function flat(node: Node): Node[] {
	return [node, ...(node.children ?? []).flatMap(flat)];
}

/** Faults of drawn content: it is part of the structure or an artifact, never both, and each character can be read
 *  out. */
async function contentFaults(page: Page, fonts: ReadonlyMap<string, FontCodes>): Promise<string[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const found = new Set<string>();
	const stack: { isArtifact: boolean; isContent: boolean }[] = [];
	let font = '';
	for (const [at, operator] of fnArray.entries()) {
		const args = argsArray[at] as unknown[];
		const drawn = DRAWING.get(operator);
		if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
			const tag = (args[0] as { name?: string }).name ?? args[0]; // a name without properties comes as an object
			const mark = { isArtifact: tag === 'Artifact', isContent: typeof args[1] === 'number' };
			if (mark.isArtifact && stack.some(({ isContent }) => isContent)) found.add('01-003 an artifact in content');
			if (mark.isContent && stack.some(({ isArtifact }) => isArtifact)) found.add('01-004 content in an artifact');
			stack.push(mark);
		} else if (operator === OPS.endMarkedContent) stack.pop();
		else if (operator === OPS.setFont) font = fontName(page, String(args[0]));
		else if (drawn && !stack.some(({ isArtifact, isContent }) => isArtifact || isContent)) {
			found.add(`01-005 ${drawn} is neither content nor artifact`);
		}
		if (operator === OPS.showText) for (const fault of glyphFaults(args[0], font, fonts)) found.add(fault);
	}
	return [...found];
}

function fontName(page: Page, loaded: string): string {
	return (page.commonObjs.get(loaded) as { name: string }).name;
}

/** Faults of characters without a Unicode value.
 *  @param glyphs those of pdf.js: characters, and numbers that move the next one */
function glyphFaults(glyphs: unknown, font: string, fonts: ReadonlyMap<string, FontCodes>): string[] {
	const codes = (glyphs as ({ originalCharCode: number } | number)[]).flatMap((glyph) =>
		typeof glyph === 'number' ? [] : [glyph.originalCharCode]
	);
	return codes.flatMap((code) => [
		...(fonts.get(font)?.has(code) ? [] : [`10-001 the character ${code} of ${font} cannot be read out`]),
		...(code === 0 ? [`31-030 a sign for a missing character (${font})`] : [])
	]);
}

/** Faults of text that is marked as content but has no place in the structure. */
function unknownMarks(items: readonly TextItem[], known: ReadonlySet<string>): string[] {
	const stack: TextItem[] = [];
	const faults: string[] = [];
	for (const item of items) {
		if (item.type?.startsWith('begin')) stack.push(item);
		else if (item.type === 'endMarkedContent') stack.pop();
		else if (item.str?.trim()) {
			const isPlaced = stack.some(({ tag, id }) => tag === 'Artifact' || (id && known.has(id)));
			if (!isPlaced) faults.push(`01-005 "${item.str}" has no place in the structure`);
		}
	}
	return faults;
}

/** Text by marked content, with its beginning in points from the lower left corner. */
function textsByMark(items: readonly TextItem[]): Map<string, { text: string; x: number; y: number }> {
	const found = new Map<string, { text: string; x: number; y: number }>();
	const stack: (string | null)[] = [];
	for (const item of items) {
		if (item.type?.startsWith('begin')) stack.push(item.id ?? null);
		else if (item.type === 'endMarkedContent') stack.pop();
		else {
			const id = stack.findLast((mark) => mark !== null);
			if (!id || !item.str?.trim()) continue;
			const before = found.get(id);
			const [x = 0, y = 0] = before ? [before.x, before.y] : (item.transform?.slice(4) ?? []);
			found.set(id, { text: (before?.text ?? '') + item.str, x, y });
		}
	}
	return found;
}

function headingsOf(nodes: Node[], texts: ReturnType<typeof textsByMark>, page: number): Heading[] {
	return nodes.flatMap((node) => {
		const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
		if (!level) return [];
		const parts = flat(node).flatMap(({ id }) => (id ? (texts.get(id) ?? []) : []));
		return [{ page, level: Number(level), text: parts.map(({ text }) => text).join(''), y: parts[0]?.y ?? 0 }];
	});
}

/** Points by which a line may stand higher without being above: small type beside large. */
const SAME_LINE = 8;

/** Faults of the order: the next text to be read stands lower or further to the right, as the eye goes. */
function orderFaults(nodes: readonly Node[], texts: ReturnType<typeof textsByMark>): string[] {
	const read = nodes.flatMap(({ id }) => (id ? (texts.get(id) ?? []) : []));
	return read.slice(1).flatMap((next, at) => {
		const before = read[at]!;
		const isBack = next.y > before.y + SAME_LINE && next.x <= before.x;
		return isBack ? [`09-001 "${next.text}" is read after "${before.text}", which stands below it`] : [];
	});
}

/** Faults of headings: no level is skipped, none is empty, and they are read in the order in which they are seen. */
function headingFaults(headings: readonly Heading[]): string[] {
	return headings.flatMap(({ page, level, text, y }, at) => {
		const before = headings[at - 1];
		return [
			...(level > (before?.level ?? level) + 1 ? [`page ${page}: 14-003 "${text}" skips a level of headings`] : []),
			...(before || level === 1
				? []
				: [`page ${page}: 14-002 the first heading, "${text}", is not of the first level`]),
			...(text === '' ? [`page ${page}: 09-003 a heading without text`] : []),
			...(before?.page === page && y > before.y
				? [`page ${page}: 09-001 "${text}" is read below what it stands above`]
				: [])
		];
	});
}

/** Faults of bookmarks: they are headings, in their order, one within the other as these are, and lead to their pages;
 *  each chapter has one. PDF/UA-1 only asks for their language. */
async function outlineFaults(pdf: Pdf, headings: readonly Heading[]): Promise<string[]> {
	const outline = (await pdf.getOutline()) as OutlineItem[] | null;
	if (!outline) return ['no bookmarks'];
	const listed = (items: OutlineItem[], depth: number): (OutlineItem & { depth: number })[] =>
		items.flatMap((item) => [{ ...item, depth }, ...listed(item.items, depth + 1)]);
	const plain = (text: string) => text.replace(/[\s\u200b]/g, '');
	const faults: string[] = [];
	const met = new Set<Heading>();
	let levels: number[] = []; // of the bookmarks that the next one may stand in
	let from = 0;
	for (const { title, dest, depth } of listed(outline, 0)) {
		const at = headings.findIndex(({ text }, place) => place >= from && plain(text).endsWith(plain(title)));
		const heading = headings[at];
		if (!heading) {
			faults.push(`the bookmark "${title}" is no heading, or out of order`);
			continue;
		}
		from = at + 1;
		met.add(heading);
		levels = [...levels.filter((level) => level < heading.level), heading.level];
		if (levels.length !== depth + 1) faults.push(`the bookmark "${title}" does not stand in that of its chapter`);
		if ((await pageOf(pdf, dest)) !== heading.page) faults.push(`the bookmark "${title}" leads to another page`);
	}
	const missing = headings.filter((heading) => heading.level === 1 && !met.has(heading));
	return [...faults, ...missing.map(({ text }) => `the chapter "${text}" has no bookmark`)];
}

async function pageOf(pdf: Pdf, dest: unknown): Promise<number | null> {
	const place = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) as unknown[] | null;
	return place ? (await pdf.getPageIndex(place[0] as Parameters<Pdf['getPageIndex']>[0])) + 1 : null;
}
