import { EAST_JAVA_PROFILE } from '../../../../../tests/support/east-java.ts';
import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import { renderPdf } from './render-pdf.ts';
import { KINDS } from '#lib/domain/document/kinds.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import {
	emptyResults,
	instrument,
	sampleAgencyReport,
	sampleBasis,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../tests/support/sample-report.ts';
import type { OfficialAnswer, RegionReport } from '#lib/server/documents/write/types.ts';

afterAll(closeWorkers);

const REGION = '35.78';

/** The file with its compressed parts opened; images and fonts come out as noise, structure as text. */
function opened(pdf: Buffer): string {
	const text = pdf.toString('latin1');
	const parts = [text];
	for (const match of text.matchAll(/stream\r?\n/g)) {
		const start = match.index + match[0].length;
		try {
			parts.push(inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1'));
		} catch {
			// not every stream is deflated
		}
	}
	return parts.join('\n');
}

function fontNames(pdf: Buffer): string[] {
	return [...new Set([...opened(pdf).matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map((match) => match[1]!))];
}

function pageCount(pdf: Buffer): number {
	return Math.max(
		...[...opened(pdf).matchAll(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/g)].map((match) => Number(match[1]))
	);
}

/** A PDF text string as it stands in the file: plain for ASCII. */
function title(pdf: Buffer): string {
	return (
		/<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(Buffer.from(opened(pdf), 'latin1').toString('utf8'))?.[1] ?? ''
	);
}

function withJustification(justification: string): RegionReport {
	const report = sampleRegionReport(REGION);
	const [code, answer] = Object.entries(report.official)[0]!;
	return { ...report, official: { ...report.official, [code]: { ...answer, justification } } };
}

describe('region report', () => {
	test('is a tagged PDF/UA-1 in Indonesian whose only typeface is embedded Plus Jakarta Sans', async () => {
		const pdf = await renderPdf('region', sampleRegionReport(REGION));
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		const text = opened(pdf);
		expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
		expect(text).toContain('/StructTreeRoot');
		expect(text).toMatch(/\/Lang\s*\(id/);
		expect(text).toMatch(/pdfuaid:part[>="']+1/);
		expect(fontNames(pdf).length).toBeGreaterThan(0);
		expect(fontNames(pdf).filter((name) => !/^[A-Z]{6}\+PlusJakartaSans-/.test(name))).toEqual([]);
		expect(text.match(/\/FontFile[23]?\b/g)?.length).toBeGreaterThan(0);
		expect(title(pdf)).toContain('Kota Surabaya');
	});

	test('has header cells, alternative texts and a length that people read', async () => {
		const pdf = await renderPdf('region', sampleRegionReport(REGION));
		const text = opened(pdf);
		expect(text).toMatch(/\/S\s*\/TH\b/);
		expect(text).toMatch(/\/S\s*\/Figure\b/);
		expect(text).toMatch(/\/Alt\s*[(<]/);
		expect(pageCount(pdf)).toBeGreaterThanOrEqual(8);
		expect(pageCount(pdf)).toBeLessThanOrEqual(20);
	});

	test('leaves out the chapters and justifications that are not wanted, on folio', async () => {
		const options = { ...EVERYTHING, paper: 'f4' as const, without: [...KINDS.region.sections] };
		const pdf = await renderPdf('region', { ...sampleRegionReport(REGION), options });
		expect(opened(pdf)).toMatch(/\/MediaBox\s*\[0 0 609\.4\d* 935\.4/);
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
		expect(text).toContain('Ringkasan');
		for (const left of ['Pendahuluan', 'Hasil per indikator', 'Rencana aksi', 'Metode penilaian'])
			expect(text).not.toContain(left);
		const bare = await renderPdf('region', {
			...sampleRegionReport(REGION),
			options: { ...EVERYTHING, justifications: false }
		});
		const { text: without } = await extractText(await getDocumentProxy(new Uint8Array(bare)), { mergePages: true });
		expect(without).toContain('Hasil per indikator');
		expect(without).not.toContain('diperiksa bersama OPD');
	});

	test('is written in English on request', async () => {
		const pdf = await renderPdf('region', sampleRegionReport(REGION), 'en');
		expect(opened(pdf)).toMatch(/\/Lang\s*\(en/);
		expect(title(pdf)).toContain('Assessment Report');
	});

	test.each([
		['markup of the compiler', '#panic() $x$ *b* [ ] _ ` <a> @b \\ // /* #import "data.json": * ]]]'],
		['signs that the typeface lacks', 'Selesai ✅ ✓ 數據 ا ꦗꦮ 🙂 ☐ ½ “kutip” e\u0301 \u200f\u202e\u0000\u0007 \ud800'],
		['ten thousand characters', 'Penjelasan panjang tentang bukti dukung. '.repeat(250)],
		['one word without a space', 'x'.repeat(10_000)],
		['many lines', 'baris\r\n\n\t'.repeat(400)]
	])('takes a justification with %s', async (_name, justification) => {
		const pdf = await renderPdf('region', withJustification(justification));
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(fontNames(pdf).every((name) => name.includes('PlusJakartaSans'))).toBe(true);
	});

	test('comes out when nothing is assessed, nothing planned and there was no round before', async () => {
		const basis = sampleBasis({ results: emptyResults(), previous: null });
		const pdf = await renderPdf('region', { ...basis, region: REGION, official: {}, self: {}, plan: null });
		expect(pageCount(pdf)).toBeGreaterThan(3);
	});

	test('takes very long names', async () => {
		const report = sampleRegionReport(REGION);
		const long = 'Kabupaten Kepulauan Pembangunan Berkelanjutan Nusantara Raya yang Bernama Amat Panjang';
		for (const result of report.results) result.region = { ...result.region, name: long };
		report.round.name = 'Putaran Penilaian Kesiapan Integrasi Data Provinsi Jawa Timur Tahun Anggaran 2026 Tahap Kedua';
		expect(pageCount(await renderPdf('region', report))).toBeGreaterThan(3);
	});
});

describe('agency report', () => {
	test.each(['id', 'en'] as const)('is a tagged PDF/UA-1 with the chapters of a region (%s)', async (locale) => {
		const pdf = await renderPdf('agency', sampleAgencyReport(), locale);
		expect(opened(pdf)).toMatch(/pdfuaid:part[>="']+1/);
		expect(opened(pdf)).toMatch(locale === 'id' ? /\/Lang\s*\(id/ : /\/Lang\s*\(en/);
		expect(fontNames(pdf).every((name) => name.includes('PlusJakartaSans'))).toBe(true);
		expect(title(pdf)).toContain('Kependudukan Kota Surabaya');
		expect(pageCount(pdf)).toBeLessThan(16);
	});
});

describe('province report', () => {
	test('is short when only its summary is wanted', async () => {
		const options = { ...EVERYTHING, without: [...KINDS.province.sections] };
		expect(pageCount(await renderPdf('province', sampleProvinceReport({ options })))).toBeLessThan(8);
	});

	test('holds a page for every region and the whole instrument', async () => {
		const pdf = await renderPdf('province', sampleProvinceReport());
		expect(pageCount(pdf)).toBeGreaterThan(39 + 8);
		expect(fontNames(pdf).every((name) => name.includes('PlusJakartaSans'))).toBe(true);
		expect(title(pdf)).toContain('Provinsi Jawa Timur');
	});

	test('comes out in English, and when nothing is assessed', async () => {
		const report = sampleProvinceReport({ results: emptyResults(), previous: null, plans: {} });
		const pdf = await renderPdf('province', report, 'en');
		expect(opened(pdf)).toMatch(/\/Lang\s*\(en/);
	});
});

test('a report after the process was closed starts a new one, and two at once both arrive', async () => {
	await closeWorkers();
	const [first, second] = await Promise.all([
		renderPdf('region', sampleRegionReport(REGION)),
		renderPdf('region', sampleRegionReport('35.01'))
	]);
	expect(title(first)).toContain('Kota Surabaya');
	expect(title(second)).toContain('Kabupaten Pacitan');
});

describe('what the documents say', () => {
	const official = (answers: Record<string, number | 'na' | null | undefined>) =>
		Object.fromEntries(
			Object.entries(answers).map(([code, value]): [string, OfficialAnswer] => [
				code,
				{
					track: 'final',
					level: typeof value === 'number' ? value : null,
					notApplicable: value === 'na',
					justification: ''
				}
			])
		);

	test('the introduction names what the instrument refers to, those who assessed the region, and the calendar', () => {
		const report = sampleRegionReport(REGION);
		const { introduction } = regionDocument(report, 'id');
		expect(introduction.basis.join(' ')).toContain('Perpres 39/2019');
		expect(introduction.team).toEqual([{ name: 'Asesor 1 (contoh)', regions: '2' }]);
		expect(introduction.calendar).toEqual([
			{ name: 'Sosialisasi', period: '1 Juni 2026 – 5 Juni 2026' },
			{ name: 'Rapat koordinasi asesor', period: '27 Agustus 2026' }
		]);
		expect(regionDocument({ ...report, team: [] }, 'id').introduction.team).toEqual([]);
		expect(provinceDocument(sampleProvinceReport(), 'id').introduction.team).toHaveLength(2);
	});

	test('what the region said of itself stands beside the official level, set off where they differ', () => {
		const report = sampleRegionReport(REGION, { self: { A1: 5, A2: 'na' } });
		report.official.A1 = { track: 'assessor', level: 3, notApplicable: false, justification: '' };
		const rows = regionDocument(report, 'id').indicators.flatMap(({ rows }) => rows);
		expect(rows.find(({ code }) => code === 'A1')).toMatchObject({ level: 3, self: '5', differs: true });
		expect(rows.find(({ code }) => code === 'A3')).toMatchObject({ self: '–', differs: false });
	});

	test('the contributions of the domains add up to the index', () => {
		const report = sampleRegionReport(REGION);
		const { domains } = regionDocument(report, 'en');
		const sum = domains.rows.reduce((total, { contribution }) => total + Number(contribution), 0);
		expect(sum).toBeCloseTo(Number(domains.total.index), 1);
	});

	test('a region short of a class by one gate is told which and at what level', () => {
		const report = sampleRegionReport(REGION);
		const result = report.results.find(({ region }) => region.code === REGION)!;
		const codes = instrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
		// all 4, gate B2 at 2: index well above 3.5, and Siap Integrasi asks every gate at 3
		result.answers = Object.fromEntries(codes.map((code) => [code, code === 'B2' ? 2 : 4]));
		result.score = { ...result.score, index: 3.92, readinessClass: 'nearly_ready', predicate: 'sangat_baik' };
		const { findings } = regionDocument({ ...report, official: official(result.answers) }, 'id');
		expect(findings.blockers).toEqual(['Siap Integrasi mensyaratkan tingkat 3 pada B2 Metadata: sekarang tingkat 2.']);
	});

	test('the consolidated plan counts a step once for every region that needs it', () => {
		const report = sampleProvinceReport();
		const { answers } = report.results.find(({ region }) => region.code === REGION)!;
		const plan = planActions(instrument, answers, {
			targetClass: 'ready',
			startsOn: '2026-08-03',
			weeks: 4,
			dailyCapacity: 2
		});
		const plans = { '35.78': plan, '35.01': plan, '35': plan };
		const rows = provinceDocument({ ...report, plans }, 'id').plan.groups.flatMap((group) => group.rows);
		expect(rows).toHaveLength(plan.steps.length);
		expect(rows.every((row) => row.regions === 2)).toBe(true); // the province's own steps are not counted
	});

	test('sample data and draft are said in the frame, and no longer when they do not hold', () => {
		const draft = regionDocument(sampleRegionReport(REGION), 'id');
		expect([draft.sample, draft.state]).toEqual(['DATA CONTOH', 'DRAF']);
		const report = sampleRegionReport(REGION);
		const final = regionDocument({ ...report, state: 'final', round: { ...report.round, sample: false } }, 'id');
		expect([final.sample, final.state]).toEqual([null, 'FINAL']);
	});

	test('installed boundaries are drawn with their source, in both reports', () => {
		const square = (x: number, y: number) => [
			[x, y],
			[x + 0.1, y],
			[x + 0.1, y + 0.1],
			[x, y]
		];
		const geometries = Object.fromEntries(
			sampleBasis().results.map(({ region: { code, lon, lat } }) => [
				code,
				{ type: 'Polygon' as const, coordinates: [square(lon, lat)] }
			])
		);
		const boundaries = { geometries, credit: 'Badan Informasi Geospasial', windows: EAST_JAVA_PROFILE.map };
		const { areas } = provinceDocument(sampleProvinceReport({ boundaries }), 'id');
		expect(areas?.svg).toContain('Badan Informasi Geospasial');
		expect(regionDocument(sampleRegionReport(REGION, { boundaries }), 'id').map?.svg).toContain('Badan Informasi');
		expect(provinceDocument(sampleProvinceReport(), 'id').areas).toBeNull();
	});

	test('a region with too few answers for a class is not assessed on the map, as on the page', () => {
		const report = sampleProvinceReport();
		const count = () =>
			['Sementara', 'Belum dinilai'].map((word) =>
				Number(new RegExp(`${word}: (\\d+)`).exec(provinceDocument(report, 'id').legend.svg)?.[1])
			);
		const [provisional, without] = count() as [number, number];
		const half = report.results.find(({ region }) => region.code === '35.10')!;
		expect(half.score.provisional).toBe(true);
		half.score = { ...half.score, readinessClass: null, predicate: null };
		expect(count()).toEqual([provisional - 1, without + 1]);
	});

	test('a region that the round does not have is refused', () => {
		expect(() => regionDocument({ ...sampleRegionReport(REGION), region: '99.99' }, 'id')).toThrow(RangeError);
	});
});
