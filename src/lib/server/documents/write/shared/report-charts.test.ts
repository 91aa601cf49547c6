import { EAST_JAVA_PROFILE } from '../../../../../../tests/support/east-java.ts';
import { describe, expect, test } from 'vitest';
import { areaMap, classMap, tilesOf } from './map-charts.ts';
import { areaBars, classDistribution } from '../province/province-charts.ts';
import { meanRadar } from './radar-charts.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { indexedBasis, instrument, sampleBasis } from '../../../../../../tests/support/sample-report.ts';

const NONE = {
	id: 'Belum ada kabupaten/kota yang mempunyai kelas kesiapan',
	en: 'No kabupaten or kota has a readiness class yet'
};
const three = (a: number | null, b: number | null, c: number | null) =>
	indexedBasis({ '35.01': a, '35.02': b, '35.78': c });

test.each([
	['nothing assessed', three(null, null, null), NONE.id, NONE.en],
	[
		'none has reached it',
		three(1, 2, null),
		'Belum ada kabupaten/kota yang mencapai kelas Hampir Siap',
		'No kabupaten or kota has reached the class Nearly Ready yet'
	],
	[
		'one has',
		three(1, 2, 3),
		'1 dari 3 kabupaten/kota mencapai kelas Hampir Siap atau lebih tinggi',
		'1 of 3 kabupaten and kota has reached the class Nearly Ready or higher'
	],
	[
		'two have',
		three(1, 4, 3),
		'2 dari 3 kabupaten/kota mencapai kelas Hampir Siap atau lebih tinggi',
		'2 of 3 kabupaten and kota have reached the class Nearly Ready or higher'
	],
	[
		'all have',
		three(4, 4, 3),
		'Semua 3 kabupaten/kota mencapai kelas Hampir Siap atau lebih tinggi',
		'All 3 kabupaten and kota have reached the class Nearly Ready or higher'
	]
])('map: %s', (_name, basis, id, en) => {
	expect(classMap(basis, null, 'id')?.finding?.text).toBe(id);
	expect(classMap(basis, null, 'en')?.finding?.text).toBe(en);
});

test('map: there is nothing higher than the highest class', () => {
	const basis = three(4, 1, 1);
	basis.round.targetClass = 'ready';
	expect(classMap(basis, null, 'id')?.finding?.text).toBe('1 dari 3 kabupaten/kota mencapai kelas Siap Integrasi');
});

test('map: the alternative text tells tiles from boundaries, and points to no table that is left out', () => {
	const geometries = Object.fromEntries(
		sampleBasis().results.map(({ region: { code, lon, lat } }) => [
			code,
			{
				type: 'Polygon' as const,
				coordinates: [
					[
						[lon, lat],
						[lon + 1, lat],
						[lon + 1, lat + 1],
						[lon, lat]
					]
				]
			}
		])
	);
	const basis = sampleBasis({ boundaries: { geometries, credit: 'BIG', windows: EAST_JAVA_PROFILE.map } });
	expect(classMap(basis, null, 'id')?.alt).toMatch(/^Peta petak .* Angkanya ada dalam tabel peringkat\.$/);
	expect(areaMap(basis, null, 'id')?.alt).toMatch(/^Peta batas wilayah .* Angkanya ada dalam tabel peringkat\.$/);
	const without = { ...basis, options: { ...EVERYTHING, without: ['ranking' as const] } };
	expect(classMap(without, null, 'id')?.alt).toBe('Peta petak kabupaten/kota menurut kelas kesiapan, Putaran 2026.');
	expect(classMap(basis, '35.78', 'id')?.alt).toContain('hanya Kota Surabaya yang berwarna');
	expect(classMap(basis, '35.29', 'id')?.alt).toContain('Kabupaten Sumenep ditandai belum dinilai');
});

test('map: what is handed over for a drawing of its own says nothing of the regions that the report is not about', () => {
	const { tiles } = tilesOf(sampleBasis(), '35.10', 'id')!;
	const others = tiles.filter(({ quiet }) => quiet);
	expect(others).toHaveLength(37);
	for (const tile of others) expect(tile).toMatchObject({ value: '', tone: null, isProvisional: false });
	expect(tiles.find(({ quiet }) => !quiet)).toMatchObject({ abbreviation: 'BWI', value: '3,21', isProvisional: true });
	expect(tilesOf(sampleBasis(), null, 'id')!.tiles.every(({ quiet }) => !quiet)).toBe(true);
});

test.each([
	['none', three(null, null, null), NONE.id, NONE.en],
	[
		'one class ahead',
		three(3, 3, 1),
		'Kelas terbanyak: Hampir Siap, 2 dari 3 kabupaten/kota',
		'Largest class: Nearly Ready, 2 of 3 kabupaten and kota'
	],
	[
		'two with as many',
		three(3, 1, null),
		'Kelas terbanyak: Hampir Siap dan Tertinggal, masing-masing 1 dari 3 kabupaten/kota',
		'Largest classes: Nearly Ready and Lagging, 1 of 3 kabupaten and kota each'
	],
	[
		'all in one',
		three(1, 1, 1),
		'Semua 3 kabupaten/kota berada pada kelas Tertinggal',
		'All 3 kabupaten and kota are in the class Lagging'
	]
])('distribution: %s', (_name, basis, id, en) => {
	expect(classDistribution(basis, 'id').finding?.text).toBe(id);
	expect(classDistribution(basis, 'en').finding?.text).toBe(en);
});

describe('area', () => {
	// Pacitan and Ponorogo belong to Madiun, Jember to Jember, Malang to Malang
	const basis = (madiun: number | null, jember: number | null, malang: number | null) =>
		indexedBasis({ '35.01': madiun, '35.02': madiun, '35.09': jember, '35.07': malang });
	const groupOf = (code: string) => sampleBasis().results.find(({ region }) => region.code === code)!.region.area!;
	const [a, b, c] = [groupOf('35.01'), groupOf('35.09'), groupOf('35.07')];

	test('names the first and the last', () => {
		expect(new Set([a, b, c]).size).toBe(3);
		expect(areaBars(basis(3, 2, 1), 'id')?.finding?.text).toBe(
			`Rata-rata tertinggi di Bakorwil ${a} (3,00), terendah di Bakorwil ${c} (1,00)`
		);
	});
	test('names all that look the same', () => {
		const [first, second] = [a, b].sort();
		expect(areaBars(basis(3, 2.999, 1), 'en')?.finding?.text).toBe(
			`Highest mean in Bakorwil ${first} and ${second} (3.00), lowest in Bakorwil ${c} (1.00)`
		);
	});
	test('says that they are equal only when all have a mean', () => {
		expect(areaBars(basis(2, 2, 2), 'id')?.finding?.text).toBe('Rata-rata indeks sama di semua Bakorwil (2,00)');
		expect(areaBars(basis(2, 2, null), 'id')?.finding?.text).toBe('Rata-rata indeks menurut Bakorwil');
		expect(areaBars(basis(2, null, null), 'id')?.finding?.text).toBe('Rata-rata indeks menurut Bakorwil');
		expect(areaBars(basis(null, null, null), 'id')?.finding?.text).toBe('Rata-rata indeks menurut Bakorwil');
	});
});

test.each([
	['no kota has an index', [2, 2], [null, null], 'Rata-rata indeks domain kabupaten dan kota'],
	['no kabupaten has one', [null, null], [2, 2], 'Rata-rata indeks domain kabupaten dan kota'],
	['equal', [2, 2], [2, 2.001], 'Rata-rata kota tidak melampaui rata-rata kabupaten pada domain mana pun'],
	['one above', [2, 2], [3, 2], 'Rata-rata kota di atas rata-rata kabupaten pada 1 dari 2 domain'],
	['above where both have one', [2, null], [3, 2], 'Rata-rata kota di atas rata-rata kabupaten pada 1 dari 1 domain'],
	['all above', [2, 2], [3, 3], 'Rata-rata kota di atas rata-rata kabupaten pada semua domain']
])('kabupaten and kota: %s', (_name, kabupaten, kota, expected) => {
	const means = (values: (number | null)[]) =>
		values.map((mean, at) => ({ code: instrument.domains[at]!.code, n: 1, mean, min: mean, max: mean }));
	expect(meanRadar(sampleBasis(), means(kabupaten), means(kota), 'id')?.finding?.text).toBe(expected);
});
