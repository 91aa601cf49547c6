// Reads a PDF with pdf.js, which knows nothing of the compiler that wrote it, and asks what PDF/UA-1 asks. Numbers are those
// of the Matterhorn Protocol 1.1, whose other conditions need a person or a validator that runs on Java.
import { getDocumentProxy } from 'unpdf';

interface Node {
	role?: string;
	alt?: string;
	lang?: string;
	type?: string;
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
	items: OutlineItem[];
}
interface Heading {
	page: number;
	level: number;
	text: string;
	y: number;
}
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Operators of pdf.js that begin or end marked content, and those that draw. */
const BEGIN = [69, 70];
const END = 71;
const DRAWING = new Map([
	[44, 'text'],
	[85, 'a picture'],
	[91, 'a path']
]);

/** Conditions of PDF/UA-1 that a document breaks, each with the page; none when it breaks none of those looked at. */
export async function pdfUaFaults(bytes: Uint8Array): Promise<string[]> {
	const pdf = await getDocumentProxy(new Uint8Array(bytes)); // pdf.js takes the bytes for itself
	const faults = await documentFaults(pdf);
	const headings: Heading[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const tree = (await page.getStructTree()) as Node | null;
		const nodes = tree ? flat(tree) : [];
		const { items } = await page.getTextContent({ includeMarkedContent: true });
		const { fnArray } = await page.getOperatorList();
		const links = (await page.getAnnotations()) as { id: string; subtype: string; contentsObj?: { str: string } }[];
		const texts = textsByMark(items as TextItem[]);
		headings.push(...headingsOf(nodes, texts, number));
		const found = [
			...unmarkedDrawing(fnArray),
			...(tree ? [] : ['01-004 the page has no structure']),
			...unknownMarks(items as TextItem[], new Set(nodes.flatMap(({ id }) => id ?? []))),
			...nodeFaults(nodes),
			...orderFaults(nodes, texts),
			...linkFaults(links, nodes)
		];
		faults.push(...found.map((fault) => `page ${number}: ${fault}`));
	}
	return [...faults, ...headingFaults(headings), ...outlineFaults((await pdf.getOutline()) as OutlineItem[], headings)];
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
		['02-001 not marked as tagged', marks?.Marked === true && !marks.Suspects],
		['11-006 no language', Boolean(language && /^[a-z]{2}(-[A-Z]{2})?$/.test(language))]
	];
	return asked.flatMap(([fault, holds]) => (holds ? [] : [fault]));
}

function flat(node: Node): Node[] {
	return [node, ...(node.children ?? []).flatMap(flat)];
}

/** What is drawn lies in marked content: part of the structure, or an artifact. */
function unmarkedDrawing(operators: readonly number[]): string[] {
	let depth = 0;
	const outside = new Set<string>();
	for (const operator of operators) {
		if (BEGIN.includes(operator)) depth += 1;
		else if (operator === END) depth -= 1;
		else if (depth === 0 && DRAWING.has(operator)) outside.add(DRAWING.get(operator)!);
	}
	return [...outside].map((what) => `01-003 ${what} is neither content nor artifact`);
}

/** Text that is marked as content has a place in the structure. */
function unknownMarks(items: readonly TextItem[], known: ReadonlySet<string>): string[] {
	const stack: TextItem[] = [];
	const faults: string[] = [];
	for (const item of items) {
		if (item.type?.startsWith('begin')) stack.push(item);
		else if (item.type === 'endMarkedContent') stack.pop();
		else if (item.str?.trim()) {
			const isPlaced = stack.some(({ tag, id }) => tag === 'Artifact' || (id && known.has(id)));
			if (!isPlaced) faults.push(`01-003 "${item.str}" has no place in the structure`);
		}
	}
	return faults;
}

/** Text by marked content, with where it begins in points, from the lower left corner. */
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

function nodeFaults(nodes: Node[]): string[] {
	const figures = nodes.filter(({ role, alt }) => role === 'Figure' && !alt?.trim());
	const tables = nodes.filter(({ role }) => role === 'Table');
	const bare = tables.filter((table) => !flat(table).some(({ role }) => role === 'TH'));
	const stray = nodes.filter(
		({ role, children = [] }) =>
			role === 'TR' && children.some((cell) => cell.role !== undefined && !['TH', 'TD'].includes(cell.role))
	);
	return [
		...figures.map(() => '13-004 a figure without alternative text'),
		...bare.map(() => '15-003 a table without header cells'),
		...stray.map(() => '09-004 something in a row that is no cell')
	];
}

/** Points by which a line may stand higher without being above: small type beside large. */
const SAME_LINE = 8;

/** What is read next stands lower or further to the right, as the eye goes. */
function orderFaults(nodes: readonly Node[], texts: ReturnType<typeof textsByMark>): string[] {
	const read = nodes.flatMap(({ id }) => (id ? (texts.get(id) ?? []) : []));
	return read.slice(1).flatMap((next, at) => {
		const before = read[at]!;
		const isBack = next.y > before.y + SAME_LINE && next.x <= before.x;
		return isBack ? [`09-001 "${next.text}" is read after "${before.text}", which stands below it`] : [];
	});
}

function linkFaults(
	links: readonly { id: string; subtype: string; contentsObj?: { str: string } }[],
	nodes: Node[]
): string[] {
	const placed = new Set(nodes.filter(({ role }) => role === 'Link').flatMap((link) => flat(link).map(({ id }) => id)));
	return links
		.filter(({ subtype }) => subtype === 'Link')
		.flatMap(({ id, contentsObj }) => [
			...(contentsObj?.str ? [] : ['28-012 a link without a description']),
			...(placed.has(`pdfjs_internal_id_${id}`) || placed.has(id) ? [] : ['28-011 a link outside the structure'])
		]);
}

/** Levels are not skipped, headings say something, and they are read in the order in which they are seen. */
function headingFaults(headings: readonly Heading[]): string[] {
	return headings.flatMap(({ page, level, text, y }, at) => {
		const before = headings[at - 1];
		return [
			...(level > (before?.level ?? 0) + 1 ? [`page ${page}: 14-003 "${text}" skips a level of headings`] : []),
			...(text === '' ? [`page ${page}: 14-001 a heading without text`] : []),
			...(before?.page === page && y > before.y
				? [`page ${page}: 09-001 "${text}" is read below what it stands above`]
				: [])
		];
	});
}

/** Bookmarks are headings, in their order. */
function outlineFaults(outline: OutlineItem[] | null, headings: readonly Heading[]): string[] {
	const titles = (items: OutlineItem[]): string[] =>
		items.flatMap(({ title, items: inner }) => [title, ...titles(inner)]);
	if (!outline) return ['no bookmarks'];
	const plain = (text: string) => text.replace(/[\s\u200b]/g, '');
	const all = headings.map(({ text }) => plain(text));
	let from = 0;
	return titles(outline).flatMap((title) => {
		const at = all.findIndex((text, place) => place >= from && text.endsWith(plain(title)));
		if (at < 0) return [`the bookmark "${title}" is no heading, or out of order`];
		from = at + 1;
		return [];
	});
}
