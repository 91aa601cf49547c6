/** Kinds of files that can be taken as evidence, with the endings that their names may have and the media type they are
 *  sent as. */
export const FILE_TYPES = {
	pdf: { endings: ['pdf'], mediaType: 'application/pdf' },
	jpeg: { endings: ['jpg', 'jpeg', 'jpe', 'jfif'], mediaType: 'image/jpeg' },
	png: { endings: ['png'], mediaType: 'image/png' },
	webp: { endings: ['webp'], mediaType: 'image/webp' },
	docx: { endings: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
	xlsx: { endings: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
	pptx: { endings: ['pptx'], mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
	odt: { endings: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text' },
	ods: { endings: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
	csv: { endings: ['csv', 'tsv'], mediaType: 'text/csv; charset=utf-8' },
	txt: { endings: ['txt', 'text', 'md'], mediaType: 'text/plain; charset=utf-8' }
} as const;
export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileType[];

/** Type by content; `zip`, `ole` and `text` need a closer look, the others are certain. */
type Sniffed = 'pdf' | 'jpeg' | 'png' | 'webp' | 'zip' | 'ole' | 'text' | 'markup' | 'program' | 'unknown';

const HEAD = 1024;

/** Tells the type of a file by its content, never by its name.
 *  @param bytes the whole file: text is text to its end */
export function sniff(bytes: Uint8Array): Sniffed {
	const starts = (...expected: number[]) => expected.every((byte, at) => bytes[at] === byte);
	const head = latin(bytes.subarray(0, HEAD));
	if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
	if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
	if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
	if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
	if (isProgram(head, starts)) return 'program';
	if (head.includes('%PDF-')) return 'pdf';
	return sniffText(bytes);
}

function isProgram(head: string, starts: (...expected: number[]) => boolean): boolean {
	return (
		head.startsWith('MZ') ||
		head.startsWith('\x7fELF') ||
		head.startsWith('#!') ||
		starts(0xca, 0xfe, 0xba, 0xbe) ||
		starts(0xfe, 0xed, 0xfa) ||
		starts(0xcf, 0xfa, 0xed, 0xfe) ||
		starts(0x00, 0x61, 0x73, 0x6d)
	);
}

function sniffText(bytes: Uint8Array): Sniffed {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return 'unknown';
	}

	if (/[\x00-\x08\x0e-\x1f]/.test(text)) return 'unknown';
	if (/^\s*<(?:!doctype|\?xml|html|head|body|svg|script|!--|[a-z]+[\s>/])/i.test(text)) return 'markup';
	return /<(?:svg|script|html|iframe)[\s>]/i.test(text.slice(0, 64 * HEAD)) ? 'markup' : 'text';
}

function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

/** The ending of a file name in small letters; empty where it has none. */
export function endingOf(fileName: string): string {
	return /\.([A-Za-z0-9]{1,8})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
}

/** Tells whether a name promises another content than the file has. A name without an ending promises nothing. */
export function isMistyped(fileName: string, type: FileType): boolean {
	const ending = endingOf(fileName);
	return ending !== '' && !(FILE_TYPES[type].endings as readonly string[]).includes(ending);
}

/** The type of a stored file by its media type; null where it is none of ours. */
export function typeOfMedia(mediaType: string): FileType | null {
	return FILE_TYPE_NAMES.find((type) => FILE_TYPES[type].mediaType === mediaType) ?? null;
}
