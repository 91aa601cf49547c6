import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2';
let address: string | undefined;

/** Gives the typeface as a `data:` address, for drawings that leave the program. */
export function sheetFont(): string {
	address ??= `data:font/woff2;base64,${readFileSync(join(process.cwd(), FILE)).toString('base64')}`;
	return address;
}
