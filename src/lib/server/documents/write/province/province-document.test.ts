import { describe, expect, test } from 'vitest';
import { provinceDocument } from './province-document.ts';
import { indexedBasis, sampleProvinceReport } from '../../../../../../tests/support/sample-report.ts';
import type { ProvinceReport } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';

const report = (indices: Record<string, number | null>, provisional?: string[]): ProvinceReport => ({
	...indexedBasis(indices, provisional),
	plans: {}
});

test.each([
	['nobody', report({ '35.78': null }), 'Belum ada kabupaten/kota yang dinilai dalam putaran ini.', null],
	['one', report({ '35.78': 3, '35.01': null }), 'Hanya Kota Surabaya yang mempunyai indeks (3,00).', null],
	[
		'all equal',
		report({ '35.78': 2.1, '35.01': 2.1, '35.02': 2.1 }),
		'Semua kabupaten/kota yang mempunyai indeks berindeks sama (2,10).',
		'All kabupaten and kota that have an index have the same one (2.10).'
	],
	[
		'one ahead, two at the mean but for the digits of a double',
		report({ '35.78': 2.3, '35.01': 2.2, '35.02': 2.1 }),
		'Kota Surabaya memimpin dengan indeks 2,30; 1 dari 3 kabupaten/kota di atas rata-rata 2,20.',
		'Kota Surabaya leads with 2.30; 1 of 3 kabupaten and kota is above the mean of 2.20.'
	],
	[
		'two ahead',
		report({ '35.78': 3, '35.01': 3, '35.02': 1 }),
		'Kabupaten Pacitan dan Kota Surabaya memimpin dengan indeks 3,00; 2 dari 3 kabupaten/kota di atas rata-rata 2,33.',
		'Kabupaten Pacitan and Kota Surabaya lead with 3.00; 2 of 3 kabupaten and kota are above the mean of 2.33.'
	],
	[
		'four ahead',
		report({ '35.78': 3, '35.01': 3, '35.02': 3, '35.03': 3, '35.04': 1 }),
		'4 kabupaten/kota memimpin dengan indeks 3,00; 4 dari 5 kabupaten/kota di atas rata-rata 2,60.',
		'4 kabupaten and kota lead with 3.00; 4 of 5 kabupaten and kota are above the mean of 2.60.'
	],
	[
		'a provisional index above all others leads nobody',
		report({ '35.78': 3, '35.01': 2, '35.02': 1 }, ['35.78']),
		'Kabupaten Pacitan memimpin dengan indeks 2,00; 1 dari 2 kabupaten/kota di atas rata-rata 1,50.',
		'Kabupaten Pacitan leads with 2.00; 1 of 2 kabupaten and kota is above the mean of 1.50.'
	]
])('ranking: %s', (_name, data, id, en) => {
	expect(provinceDocument(data, 'id').ranking.finding).toBe(id);
	if (en !== null) expect(provinceDocument(data, 'en').ranking.finding).toBe(en);
});

describe('certainty of the ranking', () => {
	const said = (groups: string[][], locale: Locale = 'en') =>
		provinceDocument(
			{
				...report(Object.fromEntries(groups.flat().map((code, at) => [code, 4 - at / 2]))),
				robustness: {
					runs: 10_000,
					groups,
					regions: Object.fromEntries(groups.flat().map((code) => [code, { medianRank: 1, rankBand: [1, 2] }]))
				}
			},
			locale
		).ranking.robustness;
	const [a, b, c, d] = ['35.78', '35.01', '35.02', '35.03'] as const;

	test.each([
		['one alone', [[a]], null],
		['one group', [[a, b]], '2 regions cannot be told apart from each other.'],
		['all apart', [[a], [b]], 'The order of the ranking holds: in 10,000 runs'],
		['first alone', [[a], [b, c]], 'Kota Surabaya stands alone in front. Within the largest group (2 regions)'],
		['the front is the largest', [[a, b], [c]], 'The first 2 regions cannot be told apart from each other.'],
		['a larger one behind', [[a], [b, c, d]], 'Within the largest group (3 regions) the order is uncertain.']
	])('%s', (_name, groups, expected) => {
		if (expected === null) expect(said(groups)).toBeNull();
		else expect(said(groups)).toContain(expected);
	});
	test('groups are not called certain, nor alone ones uncertain', () => {
		expect(said([[a], [b]])).not.toContain('uncertain');
		expect(said([[a, b], [c]])).not.toContain('largest');
		expect(said([[a], [b, c]], 'id')).toMatch(/^Peringkat tidak sepasti angkanya: dalam 10\.000 hitungan/);
	});
});

describe('summary', () => {
	const summary = (data: ProvinceReport, locale: Locale = 'id') => provinceDocument(data, locale).summary;

	test.each([
		[{ '35.78': null, '35.01': null }, 'belum ada indeks dari 2 kabupaten/kota'],
		[{ '35.78': 2, '35.01': null }, 'rata-rata indeks 1 dari 2 kabupaten/kota'],
		[{ '35.78': 2, '35.01': 2 }, 'rata-rata indeks 2 kabupaten/kota']
	])('mean of %j', (indices, expected) => {
		expect(summary(report(indices)).label).toBe(expected);
	});

	test.each([
		[{ '35.78': null }, [], null],
		[{ '35.78': 2, '35.01': 2 }, [], 'tidak ada yang sementara'],
		[{ '35.78': 2, '35.01': 2 }, ['35.78'], '1 lainnya baru menurut penilaian sendiri'],
		[{ '35.78': 2, '35.01': 2 }, ['35.78', '35.01'], '2 lainnya baru menurut penilaian sendiri']
	])('provisional among %j: %j', (indices, provisional, expected) => {
		expect(summary(report(indices, provisional)).facts[0]!.note).toBe(expected);
	});

	test('change: no round before, none in both, one, all', () => {
		const now = report({ '35.78': 2, '35.01': 2.5 });
		const before = (codes: string[]): ProvinceReport => ({
			...now,
			previous: {
				code: '2025',
				name: 'Putaran 2025',
				scores: Object.fromEntries(codes.map((code) => [code, { ...now.results[0]!.score, index: 2 }]))
			}
		});
		const change = (data: ProvinceReport, locale: Locale = 'en') => summary(data, locale).facts[1];
		expect(change(now)).toMatchObject({ value: '–', note: 'Nothing to compare with' });
		expect(change(before([]))).toMatchObject({ value: '–', note: 'No region has an index in both rounds' });
		expect(change(before(['35.78']))).toMatchObject({ value: '0.00', note: '1 region, since Putaran 2025' });
		expect(change(before(['35.78', '35.01']))).toMatchObject({ value: '+0.25', note: '2 regions, since Putaran 2025' });
		expect(change(before(['35.78', '35.01']), 'id')).toMatchObject({
			value: '+0,25',
			note: '2 wilayah, sejak Putaran 2025'
		});
	});

	test('the province itself: absent, without answers, provisional, without a class, assessed', () => {
		const own = (index: number | null | undefined, change: object = {}) => {
			const data = report({ '35.78': 2, ...(index === undefined ? {} : { '35': index }) });
			const found = data.results.find(({ region }) => region.code === '35');
			if (found) found.score = { ...found.score, ...change };
			return summary(data).paragraphs[1];
		};
		expect(own(undefined)).toBeUndefined();
		expect(own(null)).toBe('Pemerintah provinsi sendiri belum dinilai dalam putaran ini.');
		expect(own(2, { provisional: true, completeness: 0.3, readinessClass: null, predicate: null })).toMatch(
			/indeks 2,00 \(sementara\)\. Predikat dan kelasnya belum dapat ditentukan karena kelengkapan jawaban di bawah 50\u00a0%\.$/
		);
		expect(own(2)).toMatch(/: indeks 2,00, predikat Cukup, kelas Perlu Pendampingan\.$/);
	});
});

test('the consolidated plan says whose steps it counts', () => {
	const sample = sampleProvinceReport();
	const [withSteps, other] = Object.entries(sample.plans).filter(
		([code, { steps }]) => code !== '35' && steps.length > 0
	);
	const [reached] = Object.entries(sample.plans).filter(([, plan]) => plan.reached);
	const said = (plans: [string, ProvinceReport['plans'][string]][]) =>
		provinceDocument({ ...sample, plans: Object.fromEntries(plans) }, 'en').plan.paragraphs[0];
	expect(said([])).toBe('There are no plans of regions to bring together yet.');
	expect(said([reached!])).toMatch(/^There are no steps to bring together: every kabupaten and kota that has a plan/);
	expect(said([withSteps!, reached!])).toMatch(
		/^The steps in the plan of (Kabupaten|Kota) .*, the only one that holds any\./
	);
	expect(said([withSteps!, other!, reached!])).toMatch(/^The steps in the plans of 2 kabupaten and kota/);
});

test('the criteria beside a weak indicator are of the lowest level that more than half have not reached', () => {
	const sample = sampleProvinceReport();
	const local = sample.results.filter(({ region }) => region.type !== 'province');
	const criteriaOf = (levels: number[]) => {
		for (const [at, result] of local.entries()) {
			const level = levels[at];
			result.answers = level === undefined ? {} : { A1: level };
		}
		return provinceDocument(sample, 'id')
			.weakest.rows.find(({ code }) => code === 'A1')!
			.next.slice(0, 2);
	};
	expect(criteriaOf([1, 1, 5])).toBe('2:'); // their mean is 2.33
	expect(criteriaOf([3, 3, 3, 1, 1])).toBe('4:'); // three of five are at level 3, although the mean is 2.2
	expect(criteriaOf([1, 2])).toBe('3:');
	expect(criteriaOf([5, 5])).toBe('–');
});
