import { expect, test } from 'vitest';
import { formatIndex } from './format-index.ts';

test.each([
	[3.42, '3,42', '3.42'],
	[17361 / 6800, '2,55', '2.55'],
	[8111 / 3060, '2,65', '2.65'],
	[3, '3,00', '3.00'],
	[0.0375, '0,04', '0.04'],
	[1e-7, '0,00', '0.00'],
	[-0.001, '0,00', '0.00'],
	[null, '–', '–']
])('%s is shown as %s and %s', (value, indonesian, english) => {
	expect(formatIndex(value, 'id')).toBe(indonesian);
	expect(formatIndex(value, 'en')).toBe(english);
});

// 107/40, 201/200 and 23/200: exact ties whose nearest doubles lie a little under them.
test.each([
	[107 / 40, '2,68'],
	[201 / 200, '1,01'],
	[4.115, '4,12'],
	[-2.675, '-2,68'],
	[2.665, '2,67'],
	[2.674999, '2,67']
])('the tie %s goes away from zero: %s', (value, expected) => {
	expect(formatIndex(value, 'id')).toBe(expected);
});
