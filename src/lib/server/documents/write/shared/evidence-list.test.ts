import { expect, test } from 'vitest';
import { evidenceList, evidenceTable } from './evidence-list.ts';
import { writeOut } from './passages.ts';
import { provinceDocument } from '../province/province-document.ts';
import { regionDocument } from '../region/region-document.ts';
import {
	SAMPLE_PIECES,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../../tests/support/sample-report.ts';

const list = (evidence = SAMPLE_PIECES) => writeOut(evidenceList({ ...sampleRegionReport('35.78'), evidence }, 'id'))!;

test('each piece stands under every indicator that it is named for, and what is named nowhere stands last', () => {
	const rows = list().groups.map(({ title, rows }) => [title, rows.map(({ code, title }) => `${code} ${title}`)]);
	expect(rows).toEqual([
		['A Kebijakan dan Kelembagaan', ['A1 Peraturan Wali Kota tentang Satu Data (contoh)']],
		['B Standar dan Kualitas Data', ['B2 Peraturan Wali Kota tentang Satu Data (contoh)', 'B2 Portal data (contoh)']],
		['Belum dikaitkan dengan indikator', ['– Foto bimbingan teknis (contoh)']]
	]);
});

test('a file is told by its type, size and mark, a link by its host', () => {
	const [regulation, portal] = list().groups[1]!.rows;
	expect(regulation).toMatchObject({ form: 'PDF', date: '8 Jun 2024', size: '2,4\u00a0MB', mark: '62daeeec85c8' });
	expect(portal).toMatchObject({
		form: 'Tautan ke data.example.go.id',
		date: '–',
		size: '–',
		mark: '–',
		place: 'beranda'
	});
});

test('the answers without evidence are named', () => {
	const report = sampleRegionReport('35.78');
	const official = { A1: report.official.A1!, A2: report.official.A2! };
	const { sentences } = writeOut(evidenceList({ ...report, official, evidence: SAMPLE_PIECES }, 'id'))!;
	expect(sentences.slice(0, 2)).toEqual([
		'Bukti dukung tersedia untuk 1 dari 2 indikator yang dijawab; seluruhnya 3 bukti.',
		'Dijawab tanpa bukti: A2.'
	]);
});

test.each([
	['nothing is answered', [], 'Belum ada indikator yang dijawab; seluruhnya 3 bukti dukung sudah diserahkan.'],
	['no answer has any', ['A2', 'A3'], 'Belum ada indikator yang dijawab dengan bukti dukung; seluruhnya 3 bukti.']
])('evidence where %s', (_name, codes, expected) => {
	const report = sampleRegionReport('35.78');
	const official = Object.fromEntries(codes.map((code) => [code, report.official[code]!]));
	const { sentences } = writeOut(evidenceList({ ...report, official, evidence: SAMPLE_PIECES }, 'id'))!;
	expect(sentences[0]).toBe(expected);
});

test('an assessment without evidence says so, and a report that lists none has no such chapter', () => {
	expect(list([])).toMatchObject({ sentences: ['Asesmen ini belum mempunyai bukti dukung.'], groups: [] });
	expect(regionDocument(sampleRegionReport('35.78'), 'id').evidence).toBeNull();
	expect(provinceDocument(sampleProvinceReport(), 'id').evidence).toBeNull();
});

test('the province counts pieces and supported answers by region, and names no piece', () => {
	const tally = { pieces: 3, answered: 40, supported: 30 };
	const table = evidenceTable(sampleProvinceReport({ evidenceTally: { '35.78': tally } }), 'id')!;
	expect(table.rows.find(({ name }) => name === 'Kota Surabaya')).toEqual({
		name: 'Kota Surabaya',
		pieces: '3',
		answered: '40',
		supported: '30',
		share: '75\u00a0%'
	});
	expect(table.rows.find(({ name }) => name === 'Kabupaten Pacitan')).toMatchObject({ pieces: '0', share: '–' });
	expect(writeOut(evidenceTable(sampleProvinceReport({ evidenceTally: {} }), 'id'))).toMatchObject({
		rows: [],
		sentences: ['Belum ada wilayah yang menyerahkan bukti dukung dalam putaran ini.']
	});
});
