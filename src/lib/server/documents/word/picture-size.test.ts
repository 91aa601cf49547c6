import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

const bytes = (...parts: (number[] | string)[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

test.each([
	[
		'PNG',
		bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 44, 0, 0, 0, 200, 8]),
		{ width: 300, height: 200 }
	],
	[
		'JPEG with a segment before its frame',
		bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 1]),
		{ width: 300, height: 200 }
	],
	['JPEG cut off', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 90]), null],
	['something else', bytes('<svg/>'), null]
])('%s', (_name, content, expected) => {
	expect(pictureSize(content)).toEqual(expected);
});
