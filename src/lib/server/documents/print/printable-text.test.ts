import { expect, test } from 'vitest';
import { printableData, printableText } from './printable-text.ts';

/** A typeface of Latin letters, digits, signs and the few arrows and boxes that substitutes need. */
const has = (codePoint: number) => codePoint < 0x180 || '√×□→–•'.includes(String.fromCodePoint(codePoint));

test.each([
	['plain text stays', 'Pasal 4 ayat (2): 75 %', 'Pasal 4 ayat (2): 75 %'],
	['a tick becomes the sign for it', 'Selesai ✅', 'Selesai √'],
	['an unknown letter becomes a box', '數', '□'],
	['a sign with a plain form takes it', '①ﬁ', '1fi'],
	['direction marks and joiners go', 'a\u202e\u200db', 'ab'],
	['an accent that follows its letter joins it', 'e\u0301', 'é'],
	['line ends become one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
	['control characters go', 'a\u0000\u0007b', 'ab']
])('%s', (_name, given, expected) => {
	expect(printableText(given, has)).toBe(expected);
});

test('a long run gets places to break, and loses nothing', () => {
	const run = 'abcdefghij'.repeat(10);
	const broken = printableText(`sebelum ${run} sesudah`, has);
	expect(Math.max(...broken.split(/[\s\u200b]/).map((part) => part.length))).toBeLessThanOrEqual(10);
	expect(broken.replaceAll('\u200b', '')).toBe(`sebelum ${run} sesudah`);
});

test('an address keeps its own places to break', () => {
	const address = 'https://satudata.example.go.id/dataset/laporan-tahunan/2026.pdf';
	expect(printableText(address, has)).toBe(address);
});

test('a drawing keeps its coordinates and a value in any depth is treated', () => {
	const svg = `<svg><path d="${'M1.5,2.5'.repeat(10)}"/><text>✓</text></svg>`;
	expect(printableData({ a: [{ svg, n: 1, none: null, text: '✓' }] }, has)).toEqual({
		a: [{ svg: svg.replace('✓', '√'), n: 1, none: null, text: '√' }]
	});
});
