import { inflateRawSync } from 'node:zlib';
import { packedBytes, readZipDirectory } from '#lib/domain/evidence/zip-directory.ts';

/** Unpacks the text files of a ZIP, such as a workbook or a Word document, by their names. */
export function unzipTexts(bytes: Uint8Array): Map<string, string> {
	const entries = readZipDirectory(bytes, 1_000) ?? [];
	return new Map(
		entries.map((entry) => {
			const packed = packedBytes(bytes, entry)!;
			return [entry.name, new TextDecoder().decode(entry.method === 0 ? packed : inflateRawSync(packed))];
		})
	);
}

/** Resolves the entities in an XML file's element content. */
export function unescapeXml(text: string): string {
	const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_all, decimal: string, hex: string, name: string) =>
		name ? signs[name]! : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16))
	);
}
