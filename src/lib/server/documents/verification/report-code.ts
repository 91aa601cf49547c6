import { createHash } from 'node:crypto';

/** Crockford's alphabet: none of its signs is taken for another when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** Derives the code of a document: the beginning of the SHA-256 of its input, 60 bits in Crockford's base 32. The
 *  same content always has the same code.
 *  @returns twelve signs without hyphens */
export function codeOf(content: string): string {
	const hash = createHash('sha256').update(content).digest();
	let bits = hash.readBigUInt64BE(0) >> 4n;
	let code = '';
	for (let n = 0; n < LENGTH; n++) {
		code = ALPHABET[Number(bits & 31n)]! + code;
		bits >>= 5n;
	}
	return code;
}

/** Code as it is printed: `7K2M-0Q4X-9ABC`. */
export function printedCode(code: string): string {
	return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** Reads a code as a person types it from paper: small letters, spaces, O for 0 and I or L for 1 are all right.
 *  @returns twelve signs; null when it cannot be a code */
export function readCode(typed: string): string | null {
	const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
	return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : null;
}
