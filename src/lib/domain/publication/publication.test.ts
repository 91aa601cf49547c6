import { expect, test } from 'vitest';
import { reaches } from './depth.ts';
import { fromJakarta, toJakarta } from './jakarta-time.ts';
import { openLicenceIn } from './licences.ts';

test('a depth holds those before it and none after', () => {
	expect(reaches('domains', 'class')).toBe(true);
	expect(reaches('domains', 'domains')).toBe(true);
	expect(reaches('domains', 'indicators')).toBe(false);
	expect(reaches('none', 'class')).toBe(false);
});

test('an hour is read as the hour in Jakarta, and written so again', () => {
	const at = fromJakarta('2026-12-01T09:00');
	expect(at).toBe(Date.UTC(2026, 11, 1, 2));
	expect(toJakarta(at!)).toBe('2026-12-01T09:00');
	expect(toJakarta(fromJakarta('2027-01-01T03:30')!)).toBe('2027-01-01T03:30');
});

test.each(['', '2026-12-01', '2026-02-31T09:00', '2026-12-01T25:00', 'besok'])('%j is no hour', (text) => {
	expect(fromJakarta(text)).toBeNull();
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
