import { expect, test } from 'vitest';
import { normalisePhone, whatsAppLink } from './phone.ts';

test.each([
	['0812-3456-7890', '6281234567890'],
	['+62 812 3456 7890', '6281234567890'],
	['6281234567890', '6281234567890'],
	['(031) 8294608', '62318294608'],
	['+65 9123 4567', null],
	['00812345678', null],
	['0812', null],
	['0812345678901234', null],
	['delapan', null],
	['', null]
])('%s becomes %s', (text, expected) => {
	expect(normalisePhone(text)).toBe(expected);
});

test('a text with line ends and marks survives the address', () => {
	const url = new URL(whatsAppLink('6281234567890', 'Yth. Diskominfo,\n50% & lebih'));
	expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890');
	expect(url.searchParams.get('text')).toBe('Yth. Diskominfo,\n50% & lebih');
});
