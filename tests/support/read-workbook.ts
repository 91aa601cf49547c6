import { unescapeXml, unzipTexts } from './unzip.ts';

export interface ReadCell {
	/** As it stands in the file; null = empty. */
	value: string | number | null;
	/** Without the equals sign; null = none. */
	formula: string | null;
}

/** A sheet's cells by address, and its XML. */
export interface ReadSheet {
	cells: Map<string, ReadCell>;
	xml: string;
}

/** Reads a workbook from its bytes, formulas included, by names of sheets. */
export function readWorkbook(bytes: Uint8Array): Map<string, ReadSheet> {
	const files = unzipTexts(bytes);
	const strings = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
		[...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescapeXml(text!)).join('')
	);
	const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
	return new Map(
		names.map((name, at) => {
			const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`)!;
			const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
				([, address, attributes, content]) => [address!, readCell(attributes!, content ?? '', strings)] as const
			);
			return [unescapeXml(name), { cells: new Map(cells), xml }];
		})
	);
}

function readCell(attributes: string, content: string, strings: readonly string[]): ReadCell {
	const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1];
	const raw = /<v>(.*?)<\/v>/s.exec(content)?.[1];
	const type = /t="(\w+)"/.exec(attributes)?.[1];
	const value = raw === undefined ? null : type === 's' ? strings[Number(raw)]! : type ? unescapeXml(raw) : Number(raw);
	return { value, formula: formula === undefined ? null : unescapeXml(formula) };
}
