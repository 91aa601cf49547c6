import { bytesAsLetters, decodeCodePage } from './code-page.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Why bytes cannot be read as text; a message key's ending. `code_page`: not Unicode, where only that is taken;
 *  `mixed`: UTF-8 beside other bytes; `letters_lost`: letters were replaced by � before. */
export type TextFault = 'not_text' | 'code_page' | 'mixed' | 'letters_lost';

export type DecodedText = { text: string; encoding: TextEncoding } | { fault: TextFault };

/** Letters that no text of a person holds. */
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x9f]/;
/** A letter of UTF-8 of several bytes, seen byte by byte. */
const UTF_8_LETTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;

/** Decodes the bytes of a table as spreadsheets save it: UTF-8 or UTF-16, with or without a mark, which is not part of
 *  the text; else Windows-1252, if all of it are letters there. No letter is ever replaced. */
export function decodeTable(bytes: Uint8Array): DecodedText {
	const encoding = unicodeOf(bytes);
	try {
		return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
	} catch {
		if (encoding !== 'utf-8') return { fault: 'not_text' };
	}
	const text = decodeCodePage(bytes);
	if (CONTROLS.test(text)) return { fault: 'not_text' };
	// what is UTF-8 in part was damaged: as letters of the code page it would read `â€“`
	if (UTF_8_LETTER.test(bytesAsLetters(bytes))) return { fault: 'mixed' };
	return { text, encoding: 'windows-1252' };
}

/** Decodes the bytes of a file that is Unicode by its kind, such as YAML and GeoJSON. */
export function decodeText(bytes: Uint8Array): { text: string } | { fault: TextFault } {
	const decoded = decodeTable(bytes);
	if ('fault' in decoded) return decoded;
	if (decoded.encoding === 'windows-1252') return { fault: 'code_page' };
	return decoded.text.includes('\uFFFD') ? { fault: 'letters_lost' } : decoded;
}

/** The Unicode that bytes seem to be, by their mark or, where a first letter of ASCII stands beside a zero, without. */
function unicodeOf([first, second, third, fourth]: Uint8Array): Exclude<TextEncoding, 'windows-1252'> {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first && second === 0 && third && fourth === 0) return 'utf-16le';
	return first === 0 && second && third === 0 && fourth ? 'utf-16be' : 'utf-8';
}
