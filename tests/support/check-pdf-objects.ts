// Reads the objects of a PDF that pdf.js keeps to itself: structure elements with their attributes, annotations, fonts.
// Numbers are those of the Matterhorn Protocol 1.1.
import {
	decodePDFRawStream,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFNumber,
	type PDFObject,
	PDFRawStream,
	PDFRef,
	PDFString
} from '@cantoo/pdf-lib';

/** Codes of a font that have a Unicode value. */
export type FontCodes = ReadonlySet<number>;

interface Element {
	dict: PDFDict;
	/** Standard type, after the role map. */
	role: string;
	parent: Element | null;
	children: Element[];
	/** Annotations that belong to it, by their object references. */
	objects: PDFRef[];
}

/** Standard types of structure elements (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
	`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table
	TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula
	Form`.split(/\s+/)
);

/** Elements in which those of tables (Table 337), lists (336) and contents (333) may stand, and which they may hold. */
const SYNTAX: Record<string, { condition: string; within?: string[]; holds?: string[] }> = {
	Table: { condition: '09-004', holds: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
	THead: { condition: '09-004', within: ['Table'], holds: ['TR'] },
	TBody: { condition: '09-004', within: ['Table'], holds: ['TR'] },
	TFoot: { condition: '09-004', within: ['Table'], holds: ['TR'] },
	TR: { condition: '09-004', within: ['Table', 'THead', 'TBody', 'TFoot'], holds: ['TH', 'TD'] },
	TH: { condition: '09-004', within: ['TR'] },
	TD: { condition: '09-004', within: ['TR'] },
	L: { condition: '09-005', holds: ['L', 'LI', 'Caption'] },
	LI: { condition: '09-005', within: ['L'], holds: ['Lbl', 'LBody'] },
	LBody: { condition: '09-005', within: ['LI'] },
	TOC: { condition: '09-006', holds: ['TOC', 'TOCI', 'Caption'] },
	TOCI: { condition: '09-006', within: ['TOC'] }
};

/** Finds conditions of PDF/UA-1 that the objects break, and by font the codes that have a Unicode value. */
export async function readPdfObjects(
	bytes: Uint8Array
): Promise<{ faults: string[]; fonts: ReadonlyMap<string, FontCodes> }> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'));
	const metadata = pdf.catalog.lookup(PDFName.of('Metadata')) ? [] : ['06-001 no metadata'];
	const dicts = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
	const fonts = dicts.filter((object) => object instanceof PDFDict && nameOf(object, 'Type') === 'Font') as PDFDict[];
	const reference = dicts.some((object) => object instanceof PDFRawStream && object.dict.has(PDFName.of('Ref')));
	const faults = [
		...metadata,
		...(reference ? ['30-001 content that lies in another file'] : []),
		...fonts.flatMap(fontFaults)
	];
	const codes = new Map(
		fonts.filter(isWhole).map((font) => [nameOf(font, 'BaseFont') ?? '', new Set(unicodeMap(font).keys())])
	);
	if (!(root instanceof PDFDict)) return { faults, fonts: codes };
	const { elements, faults: mapped } = readElements(root);
	const places = new Map(elements.map((element): [PDFObject, Element] => [element.dict, element]));
	const parents = numberTree(root.lookup(PDFName.of('ParentTree')));
	return {
		faults: [
			...faults,
			...mapped,
			...elements.flatMap(syntaxFaults),
			...elements.filter(({ role }) => role === 'Table').flatMap(headerFaults),
			...pdf
				.getPages()
				.flatMap(({ node }, at) => annotationFaults(node, at + 1, (place) => places.get(parents.get(place)!)))
		],
		fonts: codes
	};
}

/** Every element in the order of reading. */
function readElements(root: PDFDict): { elements: Element[]; faults: string[] } {
	const roles = root.lookup(PDFName.of('RoleMap'));
	const elements: Element[] = [];
	const faults: string[] = [];
	if (roles instanceof PDFDict) {
		const remapped = roles.keys().filter((key) => STANDARD.has(key.decodeText()));
		faults.push(...remapped.map((key) => `02-004 the standard type ${key.decodeText()} is given another meaning`));
	}
	const standardOf = (own: string): string => {
		const seen = new Set<string>();
		for (let role = own; ; role = (roles instanceof PDFDict && nameOf(roles, role)) || '') {
			if (STANDARD.has(role)) return role;
			if (role === '' || seen.has(role)) {
				faults.push(`${role === '' ? '02-001' : '02-003'} the type ${own} leads to no standard type`);
				return own;
			}
			seen.add(role);
		}
	};
	const read = (dict: PDFDict, parent: Element | null): Element => {
		const element = { dict, role: standardOf(nameOf(dict, 'S') ?? ''), parent, children: [], objects: [] } as Element;
		elements.push(element);
		for (const kid of listOf(dict, 'K')) {
			if (!(kid instanceof PDFDict)) continue; // a number: marked content of the page
			const annotation = kid.get(PDFName.of('Obj'));
			if (nameOf(kid, 'Type') === 'OBJR' && annotation instanceof PDFRef) element.objects.push(annotation);
			else if (kid.has(PDFName.of('S'))) element.children.push(read(kid, element));
		}
		const isHeld = dict.lookup(PDFName.of('P')) === (parent?.dict ?? root);
		if (!isHeld) faults.push(`09-002 ${element.role} names another parent than the one that holds it`);
		return element;
	};
	for (const kid of listOf(root, 'K')) if (kid instanceof PDFDict) read(kid, null);
	const plain = elements.some(({ role }) => role === 'H');
	const levels = elements.some(({ role }) => /^H[1-6]$/.test(role));
	if (plain && levels) faults.push('14-007 headings with and without a level');
	return { elements, faults };
}

function syntaxFaults({ role, parent, children, dict }: Element): string[] {
	const says = (key: string) => Boolean(textOf(dict, key)?.trim());
	const described = !['Figure', 'Formula'].includes(role) || says('Alt') || says('ActualText');
	const rule = SYNTAX[role];
	const within = rule?.within && !rule.within.includes(parent?.role ?? '') ? [parent?.role ?? 'nothing'] : [];
	const stray = rule?.holds ? children.filter((child) => !rule.holds!.includes(child.role)) : [];
	return [
		...(described ? [] : [`${role === 'Figure' ? '13-004' : '17-002'} a ${role} without alternative text`]),
		...within.map((place) => `${rule!.condition} ${role} stands in ${place}`),
		...stray.map((child) => `${rule!.condition} ${role} holds ${child.role}`)
	];
}

/** Faults of a table where cells do not tell their header cells, nor these the cells that they are for. */
function headerFaults(table: Element): string[] {
	const cells = descendants(table).filter(({ role }) => role === 'TH' || role === 'TD');
	const heads = cells.filter(({ role }) => role === 'TH');
	const ids = new Set(heads.map(({ dict }) => textOf(dict, 'ID')));
	const named = (cell: Element) => listOf(attributesOf(cell, 'Headers'), 'Headers').map(asText);
	const unnamed = cells.filter((cell) => cell.role === 'TD' && named(cell).length === 0);
	const unscoped = heads.filter((head) => !attributesOf(head, 'Scope'));
	return [
		...(heads.length === 0 ? ['15-001 a table without header cells'] : []),
		...(unnamed.length > 0 ? unscoped.map(() => '15-003 a header cell that does not say which cells it is for') : []),
		...(cells.some((cell) => named(cell).some((id) => !ids.has(id ?? '')))
			? ['15-005 a cell names a header that the table does not have']
			: [])
	];
}

function annotationFaults(
	page: PDFDict,
	number: number,
	elementAt: (structParent: number) => Element | undefined
): string[] {
	const annotations = page.lookup(PDFName.of('Annots'));
	if (!(annotations instanceof PDFArray) || annotations.size() === 0) return [];
	const tabs = nameOf(page, 'Tabs');
	const faults = tabs === 'S' ? [] : [`${tabs ? '28-009' : '28-008'} the tab key does not follow the structure`];
	for (const [at, reference] of annotations.asArray().entries()) {
		const annotation = annotations.lookup(at);
		if (!(annotation instanceof PDFDict)) continue;
		const isLink = nameOf(annotation, 'Subtype') === 'Link';
		const place = annotation.lookup(PDFName.of('StructParent'));
		const element = place instanceof PDFNumber ? elementAt(place.asNumber()) : undefined;
		const isHeld = element?.role === (isLink ? 'Link' : 'Annot') && element.objects.some((one) => one === reference);
		if (!isHeld) faults.push(isLink ? '28-011 a link outside the structure' : '28-002 a note outside the structure');
		if (!textOf(annotation, 'Contents')?.trim()) {
			faults.push(`${isLink ? '28-012 a link' : '28-004 a note'} without a description`);
		}
	}
	return faults.map((fault) => `page ${number}: ${fault}`);
}

/** Tells whether a font is whole: CID fonts are parts of a Type 0 font, which gives their codes a meaning. */
function isWhole(font: PDFDict): boolean {
	return !nameOf(font, 'Subtype')?.startsWith('CIDFont');
}

function fontFaults(font: PDFDict): string[] {
	const name = nameOf(font, 'BaseFont') ?? '?';
	const kind = nameOf(font, 'Subtype') ?? '?';
	const fault = (text: string) => `${text} (${name})`;
	const descriptor = font.lookup(PDFName.of('FontDescriptor'));
	const isEmbedded =
		kind === 'Type0' || kind === 'Type3'
			? true // its parts are looked at
			: descriptor instanceof PDFDict &&
				['FontFile', 'FontFile2', 'FontFile3'].some(
					(key) => descriptor.lookup(PDFName.of(key)) instanceof PDFRawStream
				);
	const values = [...unicodeMap(font).values()];
	return [
		...(isEmbedded ? [] : [fault('31-009 a typeface that is not embedded')]),
		...(kind === 'CIDFontType2' && !font.has(PDFName.of('CIDToGIDMap'))
			? [fault('31-005 a typeface whose codes lead to no glyphs')]
			: []),
		...(isWhole(font) && values.length === 0 ? [fault('31-027 a typeface without Unicode values')] : []),
		...(values.some((text) => text.includes('\0')) ? [fault('31-028 the Unicode value zero')] : []),
		...(values.some((text) => /[\ufeff\ufffe]/.test(text))
			? [fault('31-029 a Unicode value that is no character')]
			: [])
	];
}

/** Unicode text by character code, from the font's ToUnicode map (ISO 32000-1, 9.10.3); empty without one. */
function unicodeMap(font: PDFDict): ReadonlyMap<number, string> {
	const stream = font.lookup(PDFName.of('ToUnicode'));
	const found = new Map<number, string>();
	if (!(stream instanceof PDFRawStream)) return found;
	const text = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
	const textOfHex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
	for (const [, part] of text.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
		for (const [, code, value] of part!.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
			found.set(parseInt(code!, 16), textOfHex(value!));
		}
	}
	for (const [, part] of text.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
		for (const [, from, to, value] of part!.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
			const start = parseInt(from!, 16);
			const first = textOfHex(value!);
			for (let code = start; code <= parseInt(to!, 16); code++) {
				found.set(code, first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + code - start));
			}
		}
	}
	return found;
}

function numberTree(node: PDFObject | undefined): Map<number, PDFObject> {
	if (!(node instanceof PDFDict)) return new Map();
	const numbers = listOf(node, 'Nums');
	const own = numbers.flatMap((key, at): [number, PDFObject][] =>
		at % 2 === 0 && key instanceof PDFNumber && numbers[at + 1] ? [[key.asNumber(), numbers[at + 1]!]] : []
	);
	return new Map([...own, ...listOf(node, 'Kids').flatMap((kid) => [...numberTree(kid)])]);
}

function descendants({ children }: Element): Element[] {
	return children.flatMap((child) => [child, ...descendants(child)]);
}

/** The attributes of an element in which a key stands. */
function attributesOf({ dict }: Element, key: string): PDFDict | undefined {
	return listOf(dict, 'A').find((one): one is PDFDict => one instanceof PDFDict && one.has(PDFName.of(key)));
}

/** Values under a key, one or several, references resolved. */
function listOf(dict: PDFDict | undefined, key: string): PDFObject[] {
	const value = dict?.lookup(PDFName.of(key));
	if (value instanceof PDFArray) return value.asArray().map((_one, at) => value.lookup(at)!);
	return value ? [value] : [];
}

function nameOf(dict: PDFDict, key: string): string | undefined {
	const value = dict.lookup(PDFName.of(key));
	return value instanceof PDFName ? value.decodeText() : undefined;
}

function textOf(dict: PDFDict, key: string): string | undefined {
	return asText(dict.lookup(PDFName.of(key)));
}

function asText(value: PDFObject | undefined): string | undefined {
	return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
