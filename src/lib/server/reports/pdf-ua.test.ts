import { createRequire } from 'node:module';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfUaFaults } from '../../../../tests/support/check-pdf-ua.ts';
import { closeWorkers } from '../jobs/warm-worker.ts';
import { renderPdf } from './render-pdf.ts';
import {
	sampleAgencyReport,
	sampleMinutes,
	samplePlanReport,
	sampleProvinceReport,
	sampleRegionReport
} from './sample-report.ts';

afterAll(closeWorkers);

const stamp = { code: '7K2M-0Q4X-9ABC', address: 'https://siap.example.go.id/verify/7K2M-0Q4X-9ABC' };

test.each([
	['a region', () => renderPdf('region', sampleRegionReport('35.10'), 'id', stamp)],
	['a region, in English and final', () => renderPdf('region', sampleRegionReport('35.78', { state: 'final' }), 'en')],
	['an agency', () => renderPdf('agency', sampleAgencyReport(), 'id', stamp)],
	['the province', () => renderPdf('province', sampleProvinceReport(), 'id', stamp)],
	['the plan of action', () => renderPdf('plan', samplePlanReport('35.01'), 'id', stamp)],
	['minutes', () => renderPdf('minutes', sampleMinutes([[4, 3, 3]]), 'id', stamp)]
])('the document on %s breaks no condition of PDF/UA-1', async (_name, render) => {
	expect(await pdfUaFaults(await render())).toEqual([]);
});

describe('the reader finds what was changed in a file', async () => {
	const file = (await renderPdf('region', sampleRegionReport('35.10'), 'id', stamp)).toString('latin1');

	test.each([
		['/Marked true', '/Marked fals', '02-001 not marked as tagged'],
		['/Lang (id-ID)', '/Lnag (id-ID)', '11-006 no language'],
		['/DisplayDocTitle true', '/DisplayDocTitel true', '07-001 the title is not shown'],
		['pdfuaid:part>1', 'pdfuaid:part>2', '06-002 no sign of PDF/UA-1 in the metadata'],
		['/S /Link', '/S /Span', '28-011 a link outside the structure'],
		['/Contents (https', '/Cantents (https', '28-012 a link without a description'],
		['/S /TH', '/S /TD', '15-003 a table without header cells'],
		['/First ', '/Frist ', 'no bookmarks']
	])('%s', async (from, to, fault) => {
		expect(file).toContain(from);
		const found = await pdfUaFaults(Buffer.from(file.replaceAll(from, to), 'latin1'));
		expect(found.some((line) => line.endsWith(fault))).toBe(true);
	});
});

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
		['a table without heads', SOUND.replace(HEAD, '[Nama], [Nilai]'), ['page 1: 15-003 a table without header cells']],
		[
			'a drawing without words',
			`${SOUND}#figure(rect(), caption: [x])\n#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"), width: 9pt)`,
			['page 1: 13-004 a figure without alternative text']
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
				'page 1: 01-003 text is neither content nor artifact',
				'page 1: 01-004 the page has no structure'
			])
		);
	});
});
