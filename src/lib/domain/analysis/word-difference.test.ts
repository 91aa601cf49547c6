import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

const shown = (before: string, after: string) =>
	wordDifference(before, after)
		.map(({ text, part }) => (part === 'both' ? text : part === 'before' ? `[-${text}-]` : `[+${text}+]`))
		.join('');

test.each([
	['nothing', 'Indeks naik.', 'Indeks naik.', 'Indeks naik.'],
	['a figure', 'memuat 4 langkah', 'memuat 6 langkah', 'memuat [-4 -][+6 +]langkah'],
	['words at both ends', 'A1 tertinggal', 'Kini A1 maju', '[+Kini +]A1 [-tertinggal-][+maju+]'],
	['everything', 'Belum ada', '', '[-Belum ada-]']
])('%s is different', (_name, before, after, expected) => {
	expect(shown(before, after)).toBe(expected);
});

test('both texts can be read from it', () => {
	const [before, after] = [
		'Dari 20 indikator, 3 final.\nSisanya belum.',
		'Dari 20 indikator, 12 final, sisanya belum.'
	];
	const all = wordDifference(before, after);
	const without = (part: string) =>
		all
			.filter((stretch) => stretch.part !== part)
			.map(({ text }) => text)
			.join('');
	expect([without('after'), without('before')]).toEqual([before, after]);
});
