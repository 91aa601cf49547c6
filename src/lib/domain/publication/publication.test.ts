import { expect, test } from 'vitest';
import { reaches } from './depth.ts';
import { openLicenceIn } from './licences.ts';

test('a depth holds those before it and none after', () => {
	expect(reaches('domains', 'class')).toBe(true);
	expect(reaches('domains', 'domains')).toBe(true);
	expect(reaches('domains', 'indicators')).toBe(false);
	expect(reaches('none', 'class')).toBe(false);
});

test.each([
	['Batas wilayah: BPS / OCHA, melalui HDX (COD-AB Indonesia 2020), CC BY-IGO; disederhanakan', 'CC BY-IGO'],
	['© Badan Informasi Geospasial, CC BY 4.0', 'CC BY 4.0'],
	['OpenStreetMap, ODbL', 'ODbL'],
	['Natural Earth, CC0', 'CC0'],
	['© Pemprov, CC BY-NC 4.0', null],
	['© Pemprov, CC BY-ND 4.0', null],
	['Badan Informasi Geospasial', null]
])('the credit %j names the open licence %j', (credit, licence) => {
	expect(openLicenceIn(credit)).toBe(licence);
});
