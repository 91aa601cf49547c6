import { unescapeXml, unzipTexts } from './unzip.ts';

export interface ReadCell {
	/** Value in the file; null = empty. */
	value: string | number | null;
	/** Formula without the equals sign; null = none. */
	formula: string | null;
}

/** Formats that every workbook has, by their numbers. */
const BUILT_IN: Record<string, string> = { '1': '0', '2': '0.00', '49': '@' };

/** A sheet: its cells and their number formats by address, and its XML. */
export interface ReadSheet {
	cells: Map<string, ReadCell>;
	/** Number formats by address, as the file has them; `General` where it names none. */
	formats: Map<string, string>;
	xml: string;
}

/** Reads a workbook from its bytes, formulas included; sheets by name. */
export function readWorkbook(bytes: Uint8Array): Map<string, ReadSheet> {
	const files = unzipTexts(bytes);
	const strings = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
		[...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescapeXml(text!)).join('')
	);
	const styles = readFormats(files.get('xl/styles.xml')!);
	const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
	return new Map(
		names.map((name, at) => {
			const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`)!;
			const found = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)];
			const cells = found.map(
				([, address, attributes, content]) => [address!, readCell(attributes!, content ?? '', strings)] as const
			);
			const formats = found.map(([, address, attributes]) => {
				const style = /s="(\d+)"/.exec(attributes!)?.[1] ?? '0';
				return [address!, styles[Number(style)] ?? 'General'] as const;
			});
			return [unescapeXml(name), { cells: new Map(cells), formats: new Map(formats), xml }];
		})
	);
}

/** Number formats by the number of a style. */
function readFormats(styles: string): string[] {
	const own = [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)];
	const formats = new Map(own.map(([, id, code]) => [id!, unescapeXml(code!)]));
	const cells = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
	return [...cells.matchAll(/<xf ([^>]*)>/g)].map(([, attributes]) => {
		const id = /numFmtId="(\d+)"/.exec(attributes!)?.[1] ?? '0';
		return formats.get(id) ?? BUILT_IN[id] ?? 'General';
	});
}

function readCell(attributes: string, content: string, strings: readonly string[]): ReadCell {
	const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1];
	const raw = /<v>(.*?)<\/v>/s.exec(content)?.[1];
	const type = /t="(\w+)"/.exec(attributes)?.[1];
	const value = raw === undefined ? null : type === 's' ? strings[Number(raw)]! : type ? unescapeXml(raw) : Number(raw);
	return { value, formula: formula === undefined ? null : unescapeXml(formula) };
}
