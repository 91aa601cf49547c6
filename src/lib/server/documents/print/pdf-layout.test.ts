import { getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { listPassages, type OwnTexts } from '#lib/server/documents/write/shared/passages.ts';
import { provinceDraft } from '#lib/server/documents/write/province/province-document.ts';
import { regionDraft } from '#lib/server/documents/write/region/region-document.ts';
import { renderPdf } from './render-pdf.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import {
	SAMPLE_PIECES,
	sampleAgencyReport,
	samplePlanReport,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../tests/support/sample-report.ts';
import type { PlanReport, ProvinceReport, RegionReport } from '#lib/server/documents/write/types.ts';

afterAll(closeWorkers);

const MM = 72 / 25.4;
/** Margins of the pages, less what a rounding may take. */
const LEFT = 21 * MM;
const RIGHT = 21 * MM;
/** The running foot begins below this height. */
const FOOT = 23 * MM;
/** Headings of chapters and sections are set larger than any other text in the body. */
const HEADING = 12.4;
/** DRAF across the page lies behind everything else. */
const WATERMARK = 80;

interface Line {
	text: string;
	left: number;
	right: number;
	y: number;
	size: number;
}
interface Node {
	role?: string;
	alt?: string;
	children?: Node[];
}

async function readPages(pdf: Buffer): Promise<{ width: number; lines: Line[]; nodes: Node[] }[]> {
	const file = await getDocumentProxy(new Uint8Array(pdf));
	const pages = [];
	for (let number = 1; number <= file.numPages; number++) {
		const page = await file.getPage(number);
		const { items } = await page.getTextContent();
		const lines = items.flatMap((item) => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [a = 0, b = 0, , , left = 0, y = 0] = item.transform as number[];
			if (Math.hypot(a, b) > WATERMARK) return [];
			return [{ text: item.str, left, right: left + item.width, y, size: Math.hypot(a, b) }];
		});
		pages.push({
			width: page.getViewport({ scale: 1 }).width,
			lines,
			nodes: flat((await page.getStructTree()) as Node | null)
		});
	}
	return pages;
}

function flat(node: Node | null): Node[] {
	return node ? [node, ...(node.children ?? []).flatMap(flat)] : [];
}

function withLongTexts(): RegionReport {
	const report = sampleRegionReport('35.78');
	for (const answer of Object.values(report.official))
		answer.justification = 'Penjelasan tentang bukti dukung. '.repeat(40);
	report.milestones.push({ kind: 'other', title: 'Rapat '.repeat(40), startsOn: '2026-07-01', endsOn: '2026-07-02' });
	report.team.push({ name: `Dr. ${'Nama Panjang '.repeat(12)}`, regions: ['35.78'] });
	const [piece, link] = SAMPLE_PIECES;
	report.evidence = Array.from({ length: 60 }, (_, n) => ({
		...(n % 9 === 0 ? { ...link!, host: `${'sub-domain.'.repeat(8)}example.go.id` } : piece!),
		title: 'Peraturan yang berjudul panjang '.repeat(1 + (n % 8))
	}));
	return report;
}

/** Every passage rewritten as long as it may be. */
function inOwnWords(draft: unknown): OwnTexts {
	const longest = (limit: number) => 'Uraian tim tentang keadaan di lapangan.\n'.repeat(100).slice(0, limit);
	return Object.fromEntries(listPassages(draft).map(({ passage, limit }) => [passage, longest(limit)]));
}

function withOwnTexts(): RegionReport {
	const report = sampleRegionReport('35.78');
	return { ...report, texts: inOwnWords(regionDraft(report, 'id')) };
}

function withTally(): ProvinceReport {
	const report = sampleProvinceReport();
	const tally = { pieces: 10, answered: 40, supported: 31 };
	return { ...report, evidenceTally: Object.fromEntries(report.results.map(({ region }) => [region.code, tally])) };
}

/** A plan whose parties and steps have the longest names that anybody would write. */
function withLongNames(): PlanReport {
	const options = { ...EVERYTHING, paper: 'f4' as const, unitCost: 99_999_999 };
	const report = structuredClone(samplePlanReport('35.01', { options }));
	const long = (text: string) => `${text} ${'dan Pemberdayaan Masyarakat '.repeat(5)}(${'walidata '.repeat(6)})`;
	for (const [code, name] of Object.entries(report.instrument.parties))
		report.instrument.parties[code] = { id: long(name.id), en: long(name.en) };
	for (const step of report.plans['35.01']!.steps) step.title = { ...step.title, id: `${step.title.id} `.repeat(4) };
	return report;
}

describe.each([
	['a region', () => renderPdf('region', sampleRegionReport('35.78'))],
	['a region with long texts', () => renderPdf('region', withLongTexts())],
	['a region in the editors’ words', () => renderPdf('region', withOwnTexts())],
	['an agency', () => renderPdf('agency', sampleAgencyReport())],
	['the province', () => renderPdf('province', withTally())],
	[
		'the province in the editors’ words',
		() => {
			const report = withTally();
			return renderPdf('province', { ...report, texts: inOwnWords(provinceDraft(report, 'id')) });
		}
	],
	['a region as its plan of action', () => renderPdf('plan', samplePlanReport('35.01'))],
	['a plan with long names, on folio', () => renderPdf('plan', withLongNames())],
	['all regions as their plan of action', () => renderPdf('plan', samplePlanReport(null))]
])('the report of %s', (_name, render) => {
	test('keeps its text inside the margins, no heading alone at the foot of a page, and heads on every table', async () => {
		const pages = await readPages(await render());
		expect(pages.length).toBeGreaterThan(8);
		const outside = pages.flatMap(({ width, lines }, at) =>
			lines
				.filter(({ left, right }) => left < LEFT || right > width - RIGHT)
				.map(({ text }) => `page ${at + 1}: ${text}`)
		);
		expect(outside).toEqual([]);
		const alone = pages.slice(1).flatMap(({ lines }, at) => {
			const last = lines.filter(({ y }) => y > FOOT).sort((a, b) => a.y - b.y)[0];
			return last && last.size > HEADING ? [`page ${at + 2}: ${last.text}`] : [];
		});
		expect(alone).toEqual([]);

		const nodes = pages.flatMap((page) => page.nodes);
		const count = (role: string) => nodes.filter((node) => node.role === role).length;
		expect(count('H1')).toBeGreaterThan(5);
		expect(count('H2')).toBeGreaterThan(5);
		expect(count('TH')).toBeGreaterThan(20);
		expect(nodes.filter(({ role, alt }) => role === 'Figure' && !alt)).toEqual([]);
		expect(nodes.filter(({ role, alt }) => role === 'Figure' && alt).length).toBeGreaterThan(0);
	});
});

test('a number is never broken, nor parted from its sign', async () => {
	const report = sampleRegionReport('35.78');
	for (const [at, answer] of Object.values(report.official).entries())
		answer.justification = `${'OPD '.repeat(at % 7)}${'Dihadiri 83 % OPD, naik 12,5 % dan 100 % lengkap. '.repeat(4)}`;
	const lines = (await readPages(await renderPdf('region', report))).flatMap((page) => page.lines);
	const text = lines.map((line) => line.text).join('\n');
	expect(text.match(/12,5 %/g)?.length).toBeGreaterThan(100);
	expect(text.match(/\d\n\d* ?%/g)).toBeNull();
});

test('a table that goes on over pages repeats its head', async () => {
	const pages = await readPages(await renderPdf('region', withLongTexts()));
	const first = pages.findIndex(({ lines }) =>
		lines.some(({ text, size }) => text.startsWith('Hasil per indikator') && size > 15)
	);
	const within = pages.slice(first, first + 4);
	expect(within.map(({ lines }) => lines.some(({ text }) => text === 'Justifikasi'))).toEqual([true, true, true, true]);
});
