import { expect, test } from 'vitest';
import { csvAddress, csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { csvName, writeCsv } from './write-csv.ts';

const columns = ['nama', 'indeks', 'rampung', 'catatan'] as const;
const rows = [
	{ nama: 'Kota "A"', indeks: 2.605, rampung: true, catatan: '=1+1' },
	{ nama: 'B; C, D', indeks: -0.5, rampung: false, catatan: 'dua\nbaris' },
	{ nama: '', indeks: null, rampung: null }
];

test('for programs: comma, decimal point, no mark unless asked for', () => {
	const written = `nama,indeks,rampung,catatan\n"Kota ""A""",2.605,true,'=1+1\n"B; C, D",-0.5,false,"dua\nbaris"\n,,,\n`;
	expect(writeCsv({ columns, rows })).toBe(written);
	expect(writeCsv({ columns, rows, marked: true })).toBe(`\uFEFF${written}`);
});

test('for a spreadsheet set to Indonesian: semicolon, decimal comma, a mark', () => {
	expect(writeCsv({ columns, rows }, 'spreadsheet')).toBe(
		`\uFEFFnama;indeks;rampung;catatan\r\n"Kota ""A""";2,605;true;'=1+1\r\n"B; C, D";-0,5;false;"dua\nbaris"\r\n;;;\r\n`
	);
});

test('a table without rows still has its head', () => {
	expect(writeCsv({ columns, rows: [] }, 'spreadsheet')).toBe('\uFEFFnama;indeks;rampung;catatan\r\n');
});

test('address and name say what a file is for, and those for programs are as ever', () => {
	expect(csvAddress('/plan.csv?lead=X', 'programs')).toBe('/plan.csv?lead=X');
	expect(csvAddress('/plan.csv?', 'programs')).toBe('/plan.csv');
	expect(csvAddress('/plan.csv?lead=X&for=apa', 'spreadsheet')).toBe('/plan.csv?lead=X&for=spreadsheet');
	expect(csvUseOf(new URLSearchParams('for=spreadsheet'))).toBe('spreadsheet');
	for (const other of ['', 'for=', 'for=excel']) expect(csvUseOf(new URLSearchParams(other))).toBe('programs');
	expect([csvName('plan.csv', 'programs'), csvName('plan', 'spreadsheet')]).toEqual([
		'plan.csv',
		'plan-lembar-sebar.csv'
	]);
});
