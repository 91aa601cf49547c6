import { createRequire } from 'node:module';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfUaFaults } from '../../../../../tests/support/check-pdf-ua.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { renderPdf } from './render-pdf.ts';
import {
	sampleAgencyReport,
	sampleMinutes,
	samplePlanReport,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../tests/support/sample-report.ts';
import type { Locale } from '#lib/domain/locale.ts';

afterAll(closeWorkers);

const stamp = { code: '7K2M-0Q4X-9ABC', address: 'https://siap.example.go.id/verify/7K2M-0Q4X-9ABC' };

const minutes = (locale: Locale) => renderPdf('minutes', sampleMinutes([[4, 3, 3]]), locale, stamp);

test.each([
	['a region', () => renderPdf('region', sampleRegionReport('35.10'), 'id', stamp)],
	['a region, in English and final', () => renderPdf('region', sampleRegionReport('35.78', { state: 'final' }), 'en')],
	['an agency', () => renderPdf('agency', sampleAgencyReport(), 'id', stamp)],
	['the province', () => renderPdf('province', sampleProvinceReport(), 'id', stamp)],
	['the plan of action', () => renderPdf('plan', samplePlanReport('35.01'), 'id', stamp)],
	['minutes', () => minutes('id')],
	['minutes, in English', () => minutes('en')]
])('the document on %s breaks no condition of PDF/UA-1', async (_name, render) => {
	expect(await pdfUaFaults(await render())).toEqual([]);
});

describe('the reader finds what was changed in a file', async () => {
	const bytes = await minutes('id');
	const file = bytes.toString('latin1');
	const [, lastPage] = /\/Kids \[\d+ 0 R (\d+) 0 R\]/.exec(file)!;

	test.each([
		['/Marked true', '/Morked true', 'ISO 14289-1, 6.2 not marked as tagged'],
		['/Suspects false', '/Suspects true ', '01-007 its tags are suspected of being wrong'],
		['/Lang (id-ID)', '/Lnag (id-ID)', '11-006 no language'],
		['/DisplayDocTitle true', '/DisplayDocTitel true', '07-001 the title is not shown'],
		['/Metadata ', '/Matedata ', '06-001 no metadata'],
		['pdfuaid:part>1', 'pdfuaid:part>2', '06-002 no sign of PDF/UA-1 in the metadata'],
		['dc:title', 'dc:titel', '06-003 no title in the metadata'],
		['/First ', '/Frist ', 'no bookmarks'],
		['/S /H2', '/S /H1', 'the bookmark "Putusan" does not stand in that of its chapter'],
		[/\d+( 0 R \/XYZ)/g, `${lastPage}$1`, 'the bookmark "Agenda" leads to another page'],
		['/Tabs /S', '/Tabs /R', '28-009 the tab key does not follow the structure'],
		['/Tabs /S', '/Tebs /S', '28-008 the tab key does not follow the structure'],
		['/S /Link', '/S /Span', '28-011 a link outside the structure'],
		['/Type /OBJR', '/Type /OJBR', '28-011 a link outside the structure'],
		['/Subtype /Link', '/Subtype /Text', '28-002 a note outside the structure'],
		['/Contents (https', '/Cantents (https', '28-012 a link without a description'],
		['/Alt (', '/Olt (', '13-004 a Figure without alternative text'],
		[/\/S \/TH\b/g, '/S /TD', '15-001 a table without header cells'],
		[/\/(Scope|Headers) /g, '/Xxxxx ', '15-003 a header cell that does not say which cells it is for'],
		['/ID (', '/Id (', '15-005 a cell names a header that the table does not have'],
		[/\/S \/TD\b/g, '/S /P ', '09-004 TR holds P'],
		[/\/S \/L\b/g, '/S /P', '09-005 LI stands in P'],
		['/S /THead', '/S /THaed', '02-001 the type THaed leads to no standard type'],
		[/\/(Strong|Em) \/Span/g, '/$1 /Em  ', '02-003 the type Strong leads to no standard type'],
		['/Title /P', '/P /Title', '02-004 the standard type P is given another meaning'],
		[/\/P (\d)/g, '/Q $1', '09-002 H1 names another parent than the one that holds it'],
		[/\/S \/H1/g, '/S /H ', '14-007 headings with and without a level'],
		['/ToUnicode ', '/ToUnicade ', /31-027 a typeface without Unicode values/],
		['/ToUnicode ', '/ToUnicade ', /10-001 the character \d+ of \S+ cannot be read out/],
		['/FontFile2 ', '/FantFile2 ', /31-009 a typeface that is not embedded/],
		['/CIDToGIDMap ', '/CIDToGIDMop ', /31-005 a typeface whose codes lead to no glyphs/]
	])('%s', async (from, to, fault) => {
		const changed = file.replaceAll(from, to);
		expect(changed).not.toBe(file);
		const found = await pdfUaFaults(Buffer.from(changed, 'latin1'));
		expect(found).toContainEqual(expect.stringMatching(fault));
	});

	test.each([
		[/\/MCID 0\s*>> BDC/, '$& /Artifact BMC EMC', '01-003 an artifact in content'],
		[/^q/m, 'q /Span <</MCID 0>> BDC EMC', '01-004 content in an artifact'],
		[/^\/Artifact /m, '/Artefact ', '01-005 text is neither content nor artifact'],
		['[(\\000\\001', '[(\\000\\000', /31-030 a sign for a missing character/],
		['<0001> <0044>', '<0001> <0000>', /31-028 the Unicode value zero/],
		['<0001> <0044>', '<0001> <FEFF>', /31-029 a Unicode value that is no character/]
	])('%s in a stream', async (from, to, fault) => {
		const found = await pdfUaFaults(await withStreams(bytes, (text) => text.replace(from, to)));
		expect(found).toContainEqual(expect.stringMatching(fault));
	});
});

/** The file with the text of its streams changed: what is drawn, and what the typefaces say of their codes. */
async function withStreams(bytes: Uint8Array, change: (text: string) => string): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFRawStream) || object.dict.has(PDFName.of('Length1'))) continue; // typefaces
		const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
		object.dict.delete(PDFName.of('Filter'));
		pdf.context.assign(reference, PDFRawStream.of(object.dict, Buffer.from(change(text), 'latin1')));
	}
	return pdf.save({ useObjectStreams: false });
}

describe('the reader finds what a template does wrong', () => {
	const folder = path.dirname(
		createRequire(import.meta.url).resolve('@expo-google-fonts/plus-jakarta-sans/package.json')
	);
	const font = readFileSync(path.join(folder, '400Regular', 'PlusJakartaSans_400Regular.ttf'));
	const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [font] }] });
	const SOUND = `#set document(title: "Uji")
#set text(font: "Plus Jakarta Sans", lang: "id")
= Bab
== Bagian
#table(columns: 2, table.header([Nama], [Nilai]), [A], [1])
`;
	const HEAD = 'table.header([Nama], [Nilai])';
	/** Written without holding the template to the standard, which the compiler would refuse. */
	async function faultsOf(source: string, pdfTags = true): Promise<string[]> {
		const { result } = compiler.compile({ mainFileContent: source });
		return pdfUaFaults(compiler.pdf(result!, { pdfTags }));
	}
	const except = /^(06-002|07-001)/; // what only a document written to the standard has

	test.each([
		['nothing', SOUND, []],
		[
			'a level left out',
			SOUND.replace('== Bagian', '=== Bagian'),
			['page 1: 14-003 "Bagian" skips a level of headings']
		],
		['a table without heads', SOUND.replace(HEAD, '[Nama], [Nilai]'), ['15-001 a table without header cells']],
		[
			'a part before its chapter',
			`== Pembuka\n${SOUND}`,
			['page 1: 14-002 the first heading, "Pembuka", is not of the first level']
		],
		[
			'a chapter without a bookmark',
			`${SOUND}#heading(bookmarked: false)[Lampiran]`,
			['the chapter "Lampiran" has no bookmark']
		],
		['a list in a table of contents', `${SOUND}#outline(title: none)`, []],
		[
			'a drawing without words',
			`${SOUND}#figure(rect(), caption: [x])\n#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"), width: 9pt)`,
			['13-004 a Figure without alternative text']
		],
		[
			'loose text before a figure, which the compiler puts behind it',
			`${SOUND}#block[Pembuka.]\n#figure(caption: figure.caption(position: top)[x], table(columns: 1, table.header([Kode]), [Z]))`,
			['page 1: 09-001 "Pembuka." is read after "Z", which stands below it']
		],
		['no title', SOUND.replace('#set document(title: "Uji")', ''), ['06-003 no title in the metadata']]
	])('%s', async (_name, source, expected) => {
		const found = (await faultsOf(source)).filter((fault) => !except.test(fault));
		for (const fault of expected) expect(found).toContain(fault);
		if (expected.length === 0) expect(found).toEqual([]);
	});

	test('text that has no place in a structure', async () => {
		expect(await faultsOf(SOUND, false)).toEqual(
			expect.arrayContaining([
				'page 1: 01-005 text is neither content nor artifact',
				'page 1: 01-005 the page has no structure'
			])
		);
	});
});
