// Letters of Windows-1252, the code page in which spreadsheets in Indonesian and English save what is not Unicode. Its
// table stands here because decoders of the platform differ over it.

/** Letters of the bytes 0x80 to 0x9F; a control letter stands where the code page has none. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const BYTE_OF = new Map([...HIGH].map((letter, at) => [letter, 0x80 + at]));
const PIECE = 8192;

/** Bytes as letters of their numbers, piece by piece: a call takes only so many arguments. */
export function bytesAsLetters(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
	return pieces.join('');
}

/** Decodes bytes as Windows-1252. */
export function decodeCodePage(bytes: Uint8Array): string {
	return bytesAsLetters(bytes).replace(/[\x80-\x9f]/g, (letter) => HIGH[letter.charCodeAt(0) - 0x80]!);
}

/** Whether the code page has a letter. */
export function isInCodePage(letter: string): boolean {
	return byteOf(letter) !== null;
}

/** Whether a text is UTF-8 that was opened as this code page: `â€“` for `–`. */
export function isMisread(text: string): boolean {
	if (!/[\u00C2-\u00F4]/.test(text)) return false;
	const bytes = [...text].map(byteOf);
	if (bytes.includes(null)) return false;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[])) !== text;
	} catch {
		return false;
	}
}

function byteOf(letter: string): number | null {
	const code = letter.codePointAt(0)!;
	return code < 0x80 || (code > 0x9f && code <= 0xff) ? code : (BYTE_OF.get(letter) ?? null);
}
