import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeTable, decodeText } from './decode-text.ts';

const TEXT = 'pasal 5 – “Satu Data”; ≥ 80 %\r\n';
const IN_CODE_PAGE = 'pasal 5 – “Satu Data” café €\r\n';
const big = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Text as Excel saves it with the code page of Windows. */
const CODE_PAGE = Buffer.from([
	...Buffer.from('pasal 5 '),
	...[0x96, 0x20, 0x93],
	...Buffer.from('Satu Data'),
	...[0x94, 0x20],
	...Buffer.from('caf'),
	...[0xe9, 0x20, 0x80, 0x0d, 0x0a]
]);

describe('a table is read', () => {
	test.each([
		['UTF-8', Buffer.from(TEXT), 'utf-8'],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
		['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
		['UTF-16, big end first', big(`\uFEFF${TEXT}`), 'utf-16be'],
		['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
		['UTF-16, big end first, without a mark', big(TEXT), 'utf-16be']
	])('%s', (_name, bytes, encoding) => {
		expect(decodeTable(bytes)).toEqual({ text: TEXT, encoding });
		expect(decodeText(bytes)).toMatchObject({ text: TEXT });
	});

	test('the code page of Windows, where a table may be in it, and told', () => {
		expect(decodeTable(CODE_PAGE)).toEqual({ text: IN_CODE_PAGE, encoding: 'windows-1252' });
		expect(decodeText(CODE_PAGE)).toEqual({ fault: 'code_page' });
	});

	test('nothing at all', () => expect(decodeTable(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' }));

	test('a megabyte of the code page', () => {
		const long = Buffer.concat(Array.from({ length: 40_000 }, () => CODE_PAGE));
		expect(decodeTable(long)).toEqual({ text: IN_CODE_PAGE.repeat(40_000), encoding: 'windows-1252' });
	});
});

describe('it is refused', () => {
	test.each([
		['a picture', readFileSync('docs/screenshots/heat.png'), 'not_text'],
		['a byte that the code page lacks', Buffer.from([0x61, 0x81, 0x62]), 'not_text'],
		['half a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), 'not_text'],
		['UTF-8 that was cut', Buffer.from('– pasal – 5').subarray(0, 12), 'mixed'],
		['UTF-8 beside the code page', Buffer.concat([Buffer.from('–'), CODE_PAGE]), 'mixed']
	])('%s', (_name, bytes, fault) => {
		expect(decodeTable(bytes)).toEqual({ fault });
		expect(decodeText(bytes)).toEqual({ fault });
	});

	test('with letters lost before', () =>
		expect(decodeText(Buffer.from('a\uFFFDb'))).toEqual({ fault: 'letters_lost' }));
});
