/** Signs that people type and the typeface lacks, with signs of the same meaning. */
const SUBSTITUTES: Record<string, string> = {
	'✓': '√',
	'✔': '√',
	'☑': '√',
	'✅': '√',
	'✗': '×',
	'✘': '×',
	'❌': '×',
	'☐': '□',
	'▪': '•',
	'‣': '•',
	'◦': '○',
	'⇒': '→',
	'➔': '→',
	'➜': '→',
	'‑': '-',
	'−': '–',
	'\u202f': '\u00a0',
	'\u3000': ' '
};

/** Joiners, direction marks, variation selectors, the byte order mark: signs without a picture. */
const INVISIBLE = /[\u00ad\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Run between two spaces that is long enough not to fit a table cell. */
const LONG_RUN = /\S{24,}/g;
const UNBREAKABLE = /[^\s/.?&=:,;\u200b-]{18,}|([/.?&=:,;-])\1{17,}/g;
const CHUNK = 9;

/** Makes a text that the embedded typeface can show, since PDF/UA-1 refuses a document with a missing glyph.
 *  @param has whether the typeface has a glyph for the code point
 *  @returns text with a plain relative or `□` for unknown signs, without invisible ones, with `\n` as line ends, and
 *  with invisible places to break (U+200B) in a run without a space, so that nothing leaves its box */
export function printableText(value: string, has: (codePoint: number) => boolean): string {
	const plain = /^[\x20-\x7e\n]*$/.test(value) ? value : replaceUnknown(value, has);
	return plain.replace(LONG_RUN, (run) => run.replace(UNBREAKABLE, breakable));
}

/** Does the same for every text in a JSON value. Drawings keep their long runs, which are coordinates. */
export function printableData(data: unknown, has: (codePoint: number) => boolean): unknown {
	if (typeof data === 'string') return data.startsWith('<svg') ? replaceUnknown(data, has) : printableText(data, has);
	if (Array.isArray(data)) return data.map((item) => printableData(item, has));
	if (typeof data !== 'object' || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value, has)]));
}

function breakable(run: string): string {
	const signs = [...run];
	let broken = '';
	for (let at = 0; at < signs.length; at += CHUNK)
		broken += (at > 0 ? '\u200b' : '') + signs.slice(at, at + CHUNK).join('');
	return broken;
}

function replaceUnknown(value: string, has: (codePoint: number) => boolean): string {
	return value
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(INVISIBLE, '')
		.replace(/[^\x20-\x7e\n]/gu, (sign) => printableSign(sign, has));
}

function printableSign(sign: string, has: (codePoint: number) => boolean): string {
	if (/^\p{Cc}$/u.test(sign)) return sign === '\t' ? ' ' : '';
	const known = (text: string) => text !== '' && [...text].every((one) => has(one.codePointAt(0)!));
	if (known(sign)) return sign;
	const substitute = SUBSTITUTES[sign];
	if (substitute !== undefined && known(substitute)) return substitute;
	if (/^[\p{Mn}\p{Me}]$/u.test(sign)) return '';
	const plain = sign.normalize('NFKD').replace(/\p{Mn}/gu, '');
	return known(plain) ? plain : '□';
}
