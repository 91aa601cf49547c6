import { describe, expect, test } from 'vitest';
import { hasLostLetters, isSameText } from './same-text.ts';

describe('a cell that nobody edited', () => {
	test.each([
		['line ends', 'satu\ndua\rtiga', 'satu\r\ndua\r\ntiga'],
		['a letter that the code page lacks', 'capaian ≥ 80 % → naik', 'capaian ? 80 % ? naik'],
		['one of them replaced by its like', 'a ≥ b', 'a = b'],
		['a letter of two units', 'selesai 👍.', 'selesai ??.'],
		['UTF-8 taken for a code page', 'pasal 5 – “Satu Data”.', 'pasal 5 â€“ â€œSatu Dataâ€\u009d.'],
		['a decimal comma', '2.50', '2,5'],
		['zeros', '007', '7'],
		['thousands', '1.000', '1000'],
		['a long number', '081234567890', '8,12346E+10'],
		['a flag', 'true', 'TRUE'],
		['a flag in Indonesian', 'false', 'SALAH'],
		['month and year', '12/2021', 'Des-21'],
		['month and year, English', '12/2021', 'Dec-21'],
		['month and year as a day', '12/2021', '01/12/2021'],
		['day and month', '1-2', '01-Feb'],
		['day and month, the month first', '1-2', '2-Jan'],
		['a day', '2026-11-03', '03/11/2026'],
		['a day with its time', '2026-11-03', '03/11/2026 00.00'],
		['a time', '10.30', '10.30.00']
	])('%s', (_name, stored, given) => {
		expect(isSameText(stored, given)).toBe(true);
	});
});

describe('a cell that was edited', () => {
	test.each([
		['a word', 'satu', 'dua'],
		['emptied', 'satu', ''],
		['filled', '', 'satu'],
		['a letter', 'capaian ≥ 80 %', 'capaian ? 90 %'],
		['one letter less', 'a ≥ b', 'a ? '],
		['a question mark', 'ada', 'ad?'],
		['a number', '2.50', '2,6'],
		['a day', '1/2/2026', '2/1/2026'],
		['a month', '12/2021', 'Nov-21'],
		['a year', '12/2021', 'Des-22'],
		['a flag', 'true', 'SALAH'],
		['a time', '10.30', '10.31.00'],
		['a long number', '081234567890', '8,22346E+10'],
		['spaces within', 'a b', 'a  b']
	])('%s', (_name, stored, given) => {
		expect(isSameText(stored, given)).toBe(false);
	});
});

test.each([
	['replaced', 'a – b', 'a \uFFFD c', true],
	['new and replaced', '', 'a \uFFFD', true],
	['a letter that the code page lacks', 'a ≥ b', 'a ? c', true],
	['read as another encoding', 'a – b', 'a â€“ c', true],
	['a question asked', 'a – b', 'a – c?', false],
	['a question beside a letter that is kept', 'a ≥ b', 'a ≥ c?', false],
	['letters of the code page', '', 'café, Ångström, 5 × 3 °C, “ya”', false]
])('letters lost: %s', (_name, stored, given, expected) => {
	expect(hasLostLetters(stored, given)).toBe(expected);
});
