import { assessedOn } from '../../../../../../tests/support/assessed-on.ts';
import { describe, expect, test } from 'vitest';
import { explain } from '#lib/domain/scoring/explain.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import { writeOut } from './passages.ts';
import { comparison, regionFindings } from './region-findings.ts';
import { indexedBasis, instrument, sampleBasis } from '../../../../../../tests/support/sample-report.ts';
import type { ReportBasis } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';

const indicators = instrument.domains.flatMap((domain) => domain.indicators);
const REGION = '35.78';

function findings(basis: ReportBasis, code = REGION, locale: Locale = 'id') {
	const result = basis.results.find(({ region }) => region.code === code)!;
	const explanation = explain(basis.instrument, result.answers);
	return writeOut(
		regionFindings(basis, { result, compared: comparison(basis), explanation, place: 'summary' }, locale)
	);
}

/** The sample with the region's answers replaced: one level for all, and what differs. */
function answered(level: AnswerValue, differing: Record<string, AnswerValue> = {}): ReportBasis {
	const basis = sampleBasis();
	const result = basis.results.find(({ region }) => region.code === REGION)!;
	result.answers = { ...Object.fromEntries(indicators.map(({ code }) => [code, level])), ...differing };
	result.score = assessedOn(instrument, result.answers);
	return basis;
}

describe('what the class means', () => {
	test.each([
		[answered(3), 'semua indikator kuncinya sudah mencapai tingkat 3, tetapi indeksnya belum cukup'],
		[answered(3, { A1: 2 }), 'sambil menaikkan indikator kunci yang masih di bawah tingkat 3'],
		[answered(4), 'Daerah dapat disambungkan sekarang'],
		[answered(2), 'memerlukan pendampingan provinsi']
	])('says no more of the gates than the answers do', (basis, expected) => {
		expect(findings(basis).meaning).toContain(expected);
	});
});

describe('rank', () => {
	const note = (basis: ReportBasis, code = REGION, locale: Locale = 'id') => findings(basis, code, locale).facts[1]!;
	const two = indexedBasis({ '35.78': 3, '35.01': 2, '35.29': null, '35': 3 });

	test.each([
		['35.78', '1', 'dari 2 kabupaten/kota yang mempunyai indeks'],
		['35.01', '2', 'dari 2 kabupaten/kota yang mempunyai indeks'],
		['35.29', '–', 'Belum diperingkat karena belum mempunyai indeks'],
		['35', '–', 'Provinsi tidak ikut diperingkat']
	])('of %s', (code, value, expected) => {
		expect(note(two, code)).toMatchObject({ value, note: expected });
	});

	const robust = (groups: string[][], rankBand: [number, number], medianRank: number): ReportBasis => ({
		...two,
		robustness: {
			runs: 10_000,
			groups,
			regions: Object.fromEntries(groups.flat().map((c) => [c, { medianRank, rankBand }]))
		}
	});

	test('its band: decimals by language, one rank as one, groups only where there are several', () => {
		expect(note(robust([['35.78'], ['35.01']], [1, 1], 1)).note).toBe(
			'dari 2 kabupaten/kota yang mempunyai indeks; median 1, rentang 5–95 % 1; kelompok 1 dari 2 yang dapat dibedakan'
		);
		expect(note(robust([['35.78', '35.01']], [1, 2], 1.5)).note).toBe(
			'dari 2 kabupaten/kota yang mempunyai indeks; median 1,5, rentang 5–95 % 1–2; tidak dapat dibedakan dari wilayah lain'
		);
		expect(note(robust([['35.78', '35.01']], [1, 2], 1.5), REGION, 'en').note).toContain('median 1.5');
	});
	test('one alone has no band', () => {
		expect(note(robust([['35.78']], [1, 1], 1)).note).toBe('dari 2 kabupaten/kota yang mempunyai indeks');
	});
});

test.each([
	[{ '35.78': 3, '35.01': 2 }, '35.78', '2,50', 'Rata-rata kota: 3,00'],
	[{ '35.78': 3, '35.01': 2 }, '35.01', '2,50', 'Rata-rata kabupaten: 2,00'],
	[{ '35.78': null, '35.01': 2 }, '35.78', '2,00', 'Belum ada kota yang mempunyai indeks'],
	[{ '35.78': 3, '35': 2 }, '35', '3,00', 'dari 1 kabupaten/kota yang mempunyai indeks'],
	[{ '35.78': null, '35': 2 }, '35', '–', 'Belum ada kabupaten/kota yang mempunyai indeks']
])('mean beside %j for %s', (indices, code, value, note) => {
	expect(findings(indexedBasis(indices), code).facts[2]).toMatchObject({ value, note });
});

test('change: no round before, no index before, no difference', () => {
	const change = (basis: ReportBasis) => findings(basis).facts[0];
	const basis = indexedBasis({ [REGION]: 2 });
	const before = (index: number | null): ReportBasis => ({
		...basis,
		previous: { code: '2025', name: 'Putaran 2025', scores: { [REGION]: { ...basis.results[0]!.score, index } } }
	});
	expect(change(basis)).toMatchObject({ value: '–', note: 'Tidak ada angka pembanding' });
	expect(change(before(null))).toMatchObject({ value: '–', note: 'Tidak ada angka pembanding' });
	expect(change(before(2.001))).toMatchObject({ value: '0,00', note: 'Putaran 2025: 2,00' });
	expect(change(before(2.2))).toMatchObject({ value: '−0,20', note: 'Putaran 2025: 2,20' });
});

test('what stands between a region and the next class', () => {
	expect(findings(answered(5)).blockers).toEqual([
		'Kelas tertinggi sudah tercapai. Pertahankan tingkat setiap indikator kunci.'
	]);
	expect(findings(answered(4, { B2: 2 })).blockers).toEqual([
		'Siap Integrasi mensyaratkan tingkat 3 pada B2 Metadata: sekarang tingkat 2.'
	]);
	expect(findings(answered(4, { B2: null })).blockers).toEqual([
		expect.stringMatching(/^Hampir Siap mensyaratkan tingkat 2 pada B2 Metadata: belum dijawab\.$/)
	]);
	expect(findings(answered(4, { B2: 2 }), REGION, 'en').blockers).toEqual([
		'Ready to Integrate asks for level 3 of B2 Metadata: now level 2.'
	]);
	expect(findings(answered(null)).blockers).toEqual([]);
});

test('an instrument without gates has none to keep', () => {
	const basis = answered(5);
	basis.instrument = structuredClone(instrument);
	for (const item of basis.instrument.domains.flatMap((domain) => domain.indicators)) item.gate = false;
	const result = basis.results.find(({ region }) => region.code === REGION)!;
	result.score = assessedOn(basis.instrument, result.answers);
	expect(findings(basis).blockers).toEqual(['Kelas tertinggi sudah tercapai.']);
});

test('provisional is said of a result, with a completeness that never reads as whole; of none, why there is no class', () => {
	expect(findings(answered(3)).provisional).toBeNull();
	expect(findings(answered(3, { A1: null })).provisional).toMatch(
		/^Hasil sementara: kelengkapan jawaban 9\d(,\d)?\u00a0%\. Indikator: 39 dinilai asesor dan 1 belum dijawab\.$/
	);
	const basis = answered(3);
	const own = basis.results.find(({ region }) => region.code === REGION)!;
	own.score = assessedOn(instrument, own.answers, 'self');
	const { basis: _basis, ...former } = own.score;
	expect(findings({ ...basis, results: [{ ...own, score: former as typeof own.score }] }).provisional).toBe(
		'Hasil sementara: kelengkapan jawaban 100\u00a0%.'
	);
	expect(findings(basis).provisional).toBe(
		'Hasil sementara: kelengkapan jawaban 100\u00a0%. Indikator: 40 menurut penilaian sendiri.'
	);
	expect(findings(answered(null))).toMatchObject({
		provisional: null,
		meaning: 'Kelas belum dapat ditentukan karena kelengkapan jawaban di bawah 50\u00a0%.'
	});
	expect(findings(answered('na'))).toMatchObject({
		provisional: null,
		meaning: 'Kelas belum dapat ditentukan karena belum ada indikator yang mempunyai tingkat.'
	});
});

test('strengths and gaps are what the numbers say, however few', () => {
	const { strengths, gaps } = findings(answered(null, { A1: 5, C1: 1 }));
	expect(strengths).toMatchObject([
		{ code: 'A1', text: expect.stringMatching(/^tingkat 5, rata-rata kab\.\/kota \d,\d\d$/) }
	]);
	expect(gaps).toMatchObject([{ code: 'C1' }]);
});
