import { EAST_JAVA_PROFILE } from '../../../../../tests/support/east-java.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { unescapeXml, unzipTexts } from '../../../../../tests/support/unzip.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import { KINDS } from '#lib/domain/document/kinds.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import {
	sampleAgencyReport,
	sampleBasis,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../tests/support/sample-report.ts';
import type { RegionReport } from '#lib/server/documents/write/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { renderWord } from './render-word.ts';

afterAll(closeWorkers);

const REGION = '35.10';
const stamp = { code: '7K2M-0Q4X-9ABC', address: 'https://siap.example.go.id/verify/7K2M-0Q4X-9ABC' };
const png = (width: number, height: number) => {
	const head = Buffer.alloc(33);
	head.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
	head.write('IHDR', 12, 'latin1');
	head.writeUInt32BE(width, 16);
	head.writeUInt32BE(height, 20);
	return { type: 'png' as const, content: new Uint8Array(head) };
};

async function partsOf(word: Promise<Buffer>) {
	const files = unzipTexts(new Uint8Array(await word));
	const body = files.get('word/document.xml')!;
	const named = (prefix: string) => [...files].filter(([name]) => name.startsWith(prefix)).map(([, text]) => text);
	return { files, body, headers: named('word/header').join(), footers: named('word/footer').join() };
}
const region = (change: Partial<RegionReport> = {}, locale: Locale = 'id') =>
	partsOf(renderWord({ kind: 'region', data: sampleRegionReport(REGION, change), locale }, stamp));
const [draft, english] = [region(), region({}, 'en')]; // a process each: read by several tests

/** Texts of the paragraphs in a style. */
function styled(body: string, style: string): string[] {
	const paragraphs = body.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
	return paragraphs
		.filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
		.map((paragraph) => unescapeXml(paragraph.replace(/<[^>]*>/g, '')));
}

describe('the Word document of a region', () => {
	test('has headings, tables whose head is repeated, described pictures and the language of its text', async () => {
		const { body, files } = await draft;
		expect(styled(body, 'Heading1')).toEqual([
			'Lembar pengesahan',
			'Kata pengantar',
			'Ringkasan',
			'Pendahuluan',
			'Hasil per domain',
			'Hasil per indikator',
			'Kesenjangan dan tingkat berikutnya',
			'Rencana aksi',
			'Metode penilaian'
		]);
		expect(styled(body, 'Heading2').length).toBeGreaterThan(10);
		const tables = body.match(/<w:tbl>/g)!.length;
		expect(body.match(/<w:tblHeader\/>/g)!.length).toBe(tables);
		const drawings = body.match(/<wp:docPr [^>]*>/g)!;
		expect(drawings.length).toBeGreaterThan(1);
		for (const drawing of drawings) expect(drawing).toMatch(/ descr="[^"]+"/);
		expect(files.get('docProps/core.xml')).toContain('<dc:title>Laporan Hasil Asesmen Indeks Kesiapan Integrasi Data');
		expect(files.get('word/styles.xml')).toContain('<w:lang w:val="id-ID"/>');
		expect((await english).files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
	});

	test('says on the cover and on every page of which document it is a copy, with the address of the check', async () => {
		const { body, footers, files } = await draft;
		expect(unescapeXml(body)).toContain(
			`Naskah ini salinan dokumen ${stamp.code} yang dapat disunting, jadi bukan bukti.`
		);
		expect(footers).toContain(`Salinan yang dapat disunting dari dokumen ${stamp.code}`);
		expect(files.get('word/_rels/document.xml.rels')).toContain(stamp.address);
		expect(unescapeXml(body)).not.toContain('Setiap halaman memuat kode dokumen');
	});

	test('bears DRAF across each page while it is a draft, and no longer', async () => {
		expect((await draft).headers.match(/string="DRAF"/g)).toHaveLength(2); // the first page has a head of its own
		expect((await english).headers).toContain('string="DRAFT"');
		expect((await region({ state: 'final' })).headers).not.toContain('DRAF');
	});

	test('leaves out the chapters and justifications that are not wanted, on the sheet that was chosen', async () => {
		const bare = await region({ options: { ...EVERYTHING, paper: 'f4', without: [...KINDS.region.sections] } });
		expect(styled(bare.body, 'Heading1')).toEqual(['Lembar pengesahan', 'Kata pengantar', 'Ringkasan']);
		expect(bare.body).toMatch(/<w:pgSz w:w="12189" w:h="18709"/);
		expect((await draft).body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
		expect((await draft).body).toContain('diperiksa bersama OPD');
		expect((await region({ options: { ...EVERYTHING, justifications: false } })).body).not.toContain(
			'diperiksa bersama'
		);
	});

	test('shows the region on the map and says nothing of the others', async () => {
		const { body } = await draft;
		const shapes = body.match(/<wps:txbx>.*?<\/wps:txbx>/gs)!.map((text) => text.replace(/<[^>]*>/g, ''));
		expect(shapes).toHaveLength(38);
		expect(shapes.filter((text) => /\d/.test(text))).toEqual([expect.stringMatching(/^BWIKab\..* 3,21$/)]);
		expect(body.match(/prstDash val="dash"/g)).toHaveLength(1); // it alone is provisional, as far as one may know
	});

	test('has the coats of arms that there are, in their own proportions, as decoration', async () => {
		const emblems = { government: png(100, 200), partner: null };
		const { body, files } = await region({ emblems });
		expect([...files.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
		const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body)!;
		expect(Number(height) / Number(width)).toBeCloseTo(2, 1);
		expect((await draft).body).not.toContain('<pic:pic');
	});
});

test('the summary of an agency ends in its domains and the first of its steps, as in the PDF', async () => {
	const data = sampleAgencyReport();
	const { body } = await partsOf(renderWord({ kind: 'agency', data, locale: 'id' }, stamp));
	const { plan, domains, labels, introduction } = agencyDocument(data, 'id');
	const summary = unescapeXml(
		body.slice(body.lastIndexOf(`>${labels.gaps}<`), body.lastIndexOf(`>${introduction.labels.title}<`))
	);
	expect(plan.first.length).toBeGreaterThan(0);
	for (const text of [labels.domains, labels.first_steps]) expect(summary).toContain(text);
	for (const { name } of domains.rows) expect(summary).toContain(name);
	for (const { title } of plan.first) expect(summary).toContain(title);
});

/** A small square around each region's middle. */
const boundaries = {
	credit: 'Badan Informasi Geospasial',
	windows: EAST_JAVA_PROFILE.map,
	geometries: Object.fromEntries(
		sampleBasis().results.map(({ region: { code, lon, lat } }) => {
			const ring = [[lon, lat], [lon + 0.05, lat], [lon + 0.05, lat + 0.05], [lon, lat]]; // prettier-ignore
			return [code, { type: 'Polygon' as const, coordinates: [ring] }];
		})
	)
};

test('the map of a region is drawn on the boundaries that are installed and says nothing of the others', async () => {
	const { body } = await region({ boundaries });
	expect(body.match(/<a:custGeom>/g)).toHaveLength(38);
	expect(styled(body, 'Source')).toContain('Badan Informasi Geospasial');
	const drawn = body.match(/<wps:wsp>.*?<\/wps:wsp>/gs)!;
	const coloured = drawn.filter((shape) => /<a:solidFill><a:srgbClr val="(A6611A|DFC27D|80CDC1|018571)"/.test(shape));
	expect(coloured).toHaveLength(1);
	const letters = drawn.map((shape) => shape.replace(/<[^>]*>/g, '')).filter((text) => /[○◔◑●]/u.test(text));
	expect(letters).toEqual([expect.stringMatching(/^BWI [○◔◑●]$/u)]);
});

describe('the Word document of the province', async () => {
	const data = sampleProvinceReport({ boundaries, evidenceTally: {} });
	const { body, files } = await partsOf(renderWord({ kind: 'province', data, locale: 'id' }, stamp));

	test('numbers its figures and tables with fields of Word and lists them, as the PDF does', () => {
		const document = provinceDocument(data, 'id');
		const pdfFigures = [document.map, document.areas, document.ranking.chart, document.distribution.classes];
		const figures = [...pdfFigures, document.distribution.areas!.chart, document.domains.radar];
		const captions = styled(body, 'Caption');
		expect(captions.filter((text) => text.startsWith('Gambar'))).toEqual(
			figures.map((figure, at) => `Gambar ${at + 1}. ${figure!.finding}`)
		);
		const tables = captions.filter((text) => text.startsWith('Tabel'));
		expect(tables.slice(0, 2)).toEqual(['Tabel 1. Rata-rata setiap domain', 'Tabel 2. Asesor dan banyaknya wilayah']);
		expect(body.match(/w:instr="SEQ (Gambar|Tabel) /g)).toHaveLength(captions.length);
		for (const caption of captions) expect(styled(body, 'TOC1')).toContainEqual(expect.stringContaining(caption));
	});

	test('repeats the head of each table and describes each drawing', () => {
		expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(body.match(/<w:tbl>/g)!.length);
		for (const drawing of body.match(/<wp:docPr [^>]*>/g)!) expect(drawing).toMatch(/ descr="[^"]+"/);
	});

	test('has the figures of its drawings as charts', () => {
		const charts = [...files].filter(([name]) => /^word\/charts\/chart\d*\.xml$/.test(name)).map(([, xml]) => xml);
		const radar = charts.find((xml) => xml.includes('<c:radarChart>'))!;
		const { series } = provinceDocument(data, 'id').domains.radar!;
		expect(radar.match(/<c:ser>/g)).toHaveLength(series.length);
		for (const value of series.flatMap(({ values }) => values)) expect(radar).toContain(`<c:v>${value}</c:v>`);
		expect(styled(body, 'Source')).not.toContainEqual(expect.stringMatching(/garis/i)); // Word's bars have none
		const area = charts.find((xml) => xml.includes('<c:v>Bojonegoro</c:v>'))!;
		expect(area).toContain('<c:v>Rata-rata kabupaten/kota</c:v>');
	});

	test('has the map with all regions', () => {
		const shapes = body.match(/<wps:txbx>.*?<\/wps:txbx>/gs)!.map((text) => text.replace(/<[^>]*>/g, ''));
		expect(shapes.filter((text) => /\d,\d\d/.test(text))).toHaveLength(37); // 36 tiles (two have not begun), the province
		expect(body.match(/<a:custGeom>/g)).toHaveLength(38);
	});
});
