import { deflateRawSync } from 'node:zlib';
import { samplePdf } from '#lib/server/demo/sample-pdf.ts';

// Files as people send them, and as nobody should.

interface Entry {
	name: string;
	content: string | Buffer;
	/** Size in bytes that the directory declares, where it is a false one. */
	declared?: number;
	flags?: number;
}

/** Makes a ZIP file. */
export function zip(entries: readonly Entry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, declared, flags = 0 } of entries) {
		const plain = Buffer.from(content);
		const packed = deflateRawSync(plain);
		const label = Buffer.from(name);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(8, 8);
		local.writeUInt32LE(packed.length, 18);
		local.writeUInt32LE(plain.length, 22);
		local.writeUInt16LE(label.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt16LE(flags, 8);
		central.writeUInt16LE(8, 10);
		central.writeUInt32LE(packed.length, 20);
		central.writeUInt32LE(declared ?? plain.length, 24);
		central.writeUInt16LE(label.length, 28);
		central.writeUInt32LE(offset, 42);
		parts.push(local, label, packed);
		directory.push(central, label);
		offset += local.length + label.length + packed.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, central, end]);
}

const TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

/** Makes a Word document of one paragraph.
 *  @param more further entries of its ZIP */
export function docx(text: string, more: readonly Entry[] = []): Buffer {
	const body = `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
	return zip([TYPES, { name: 'word/document.xml', content: body }, ...more]);
}

/** Makes a workbook with one sheet of one text cell and one number. */
export function xlsx(sheet: string, text: string, number = 1): Buffer {
	return zip([
		TYPES,
		{
			name: 'xl/workbook.xml',
			content: `<workbook><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
		},
		{ name: 'xl/sharedStrings.xml', content: `<sst><si><t>${text}</t></si></sst>` },
		{
			name: 'xl/worksheets/sheet1.xml',
			content: `<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>${number}</v></c></row></sheetData></worksheet>`
		}
	]);
}

/** Makes an OpenDocument text of one paragraph.
 *  @param manifest XML that says whether parts are encrypted */
export function odt(text: string, manifest = '<manifest:manifest/>'): Buffer {
	return zip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
		{ name: 'META-INF/manifest.xml', content: manifest },
		{ name: 'content.xml', content: `<office:text><text:p>${text}</text:p></office:text>` }
	]);
}

/** Makes a PDF with one page for each text. */
export function pdf(...pages: string[]): Buffer {
	return samplePdf(
		'Uji',
		pages.map((text) => ['Halaman', text])
	);
}

/** Makes a PDF that asks for a password: its empty one does not fit. */
export function lockedPdf(): Buffer {
	const key = '<' + 'a5'.repeat(32) + '>';
	return Buffer.from(
		pdf('rahasia')
			.toString('latin1')
			.replace(
				'trailer\n<<',
				`trailer\n<< /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >>`
			),
		'latin1'
	);
}

/** The smallest PNG: one grey point. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
	'base64'
);

/** Makes a document of the old Office format; with a password where it holds the name of the encrypted package. */
export function oldOffice(isLocked: boolean): Buffer {
	return Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(64),
		Buffer.from(isLocked ? 'EncryptedPackage' : 'WordDocument', 'utf16le')
	]);
}
