import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkToFit, textWidth, wrapText } from './text-fit.ts';

test('no line is wider than its box and no more lines come than asked', () => {
	fc.assert(
		fc.property(
			fc.lorem({ maxCount: 12 }),
			fc.integer({ min: 40, max: 300 }),
			fc.integer({ min: 1, max: 3 }),
			(text, width, most) => {
				const lines = wrapText(text, width, { size: 12, maxLines: most });
				expect(lines.length).toBeLessThanOrEqual(most);
				for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
			}
		),
		{ seed: 35 }
	);
});

test('a text that fits keeps every word', () => {
	const text = 'Penetapan penyelenggara: pembina, walidata, walidata pendukung, produsen';
	expect(wrapText(text, 270, { size: 12.5, maxLines: 2 }).join(' ')).toBe(text);
});

test('what is cut says so', () => {
	expect(wrapText('Kabupaten Tulungagung', 60, { size: 12, maxLines: 1 })[0]).toMatch(/…$/);
});

test('a text shrinks only as far as it must', () => {
	expect(shrinkToFit('3,42', 200, { size: 23, smallest: 10 })).toBe(23);
	const size = shrinkToFit('10.000,00', 60, { size: 23, smallest: 5 });
	expect(textWidth('10.000,00', size)).toBeCloseTo(60, 6);
});
