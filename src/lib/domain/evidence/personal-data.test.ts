import { expect, test } from 'vitest';
import { findPersonalData, hidePersonalNumbers, mask } from './personal-data.ts';

const kinds = (text: string) => findPersonalData(text, '').map(({ kind }) => kind);

// No person has these numbers: a kota has no kecamatan 99.
test.each([
	['in one piece', 'NIK: 3578991201990003'],
	['of a woman, the day plus forty', '3578995201990003'],
	['in groups of four', '3578 9912 0199 0003'],
	['in the groups of its parts', '357899.120199.0003'],
	['with the region dotted', '35.78.99.120199.0003'],
	['digit by digit in the boxes of a form', '3 5 7 8 9 9 1 2 0 1 9 9 0 0 0 3'],
	['in a table, after a running number', '1 3578991201990003 Laki-laki'],
	['beside another cell', 'nama\t3578991201990003\t12']
])('a NIK is found %s', (_how, text) => {
	expect(kinds(text)).toEqual(['nik']);
});

test.each([
	['the NPWP in its written form', 'NPWP 09.254.294.3-407.000'],
	['the NPWP of 15 digits after its name', 'NPWP : 092542943407000'],
	['the NPWP of 16 digits', '0092542943407000'.replace(/^00/, '09')]
])('%s is found', (_what, text) => {
	expect(kinds(text)).toEqual(['npwp']);
});

test.each([
	['a date that does not exist', '3578993213990003'],
	['a province that does not exist', '0578991201990003'.replace(/^05/, '99')],
	['serial number 0000', '3578991201990000'],
	['the civil servants’ number of 18 digits', 'NIP 197501012000031002'],
	['the civil servants’ number in its groups', 'NIP. 19750101 200003 1 002'],
	['two dates beside each other', '31-12-2025 01-01-2026'],
	['dates of a log', '2026-01-12 2026-11-12'],
	['a sum of money', 'Rp3.578.991.201.990.003,00'],
	['codes of regions', '35.78 35.01 35.02 35.03 35.04'],
	['a table of figures', '3578 9912 0199'],
	['a longer number', '35789912019900031'],
	['a decimal fraction', '0.3578991201990003'],
	['a telephone number in a letterhead', 'Telp. (031) 8294608, 0812-3456-7890'],
	['fifteen digits without a name', '092542943407000']
])('%s is no personal number', (_what, text) => {
	expect(kinds(text)).toEqual([]);
});

test('five mobile numbers are a list of people, the same number five times is not', () => {
	const five = ['081234567801', '+62 812-3456-7802', '0812 3456 7803', '6281234567804', '081234567805'];
	expect(findPersonalData(five.join('\n'), '3')).toMatchObject([{ kind: 'phones', count: 5, place: '3' }]);
	expect(kinds('081234567801 '.repeat(5))).toEqual([]);
});

test('what is told shows the first number masked and counts different ones', () => {
	const text = '3578991201990003 dan 3578991201990003 serta 3578995201990004';
	expect(findPersonalData(text, 'Lembar1')).toEqual([
		{ kind: 'nik', masked: '3578••••••••••03', count: 2, place: 'Lembar1' }
	]);
	expect(mask('3578991201990003')).not.toContain('9912');
});

test('in a text for paper each such number is masked where it stands, and nothing else is changed', () => {
	expect(hidePersonalNumbers('SK 3578 9912 0199 0003, NPWP : 092542943407000, WA 0812-3456-7890')).toBe(
		'SK 3578••••••••••03, NPWP : 0925•••••••••00, WA 0812••••••90'
	);
	const plain = 'Perbup 12/2024, hlm. 3, NIP 197501012000031002, 31-12-2025 01-01-2026';
	expect(hidePersonalNumbers(plain)).toBe(plain);
});
