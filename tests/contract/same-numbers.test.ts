import { parse } from 'csv-parse/sync';
import { render } from 'svelte/server';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import type { Result } from '#lib/domain/analysis/result.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { DEMO_NOW as NOW, openDemo } from '../support/demo-database.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { renderWord } from '#lib/server/documents/word/render-word.ts';
import { collectRegionWorkbook, collectRoundWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import { load as loadRound } from '../../src/routes/rounds/[round]/+layout.server.ts';
import { load as loadRegion } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/+page.server.ts';
import RegionPage from '../../src/routes/rounds/[round]/[kind=subject]/[code]/+page.svelte';
import { callApi } from '../support/call-api.ts';
import { type ReadSheet, readWorkbook } from '../support/read-workbook.ts';
import {
	differences,
	fromFormulas,
	fromPage,
	fromReport,
	fromValues,
	fromWorkbook,
	type ShownFigures,
	wordText
} from '../support/shown-figures.ts';
import { PEOPLE } from '../support/small-round.ts';

const LIMIT = 300_000; // 39 regions in eight forms, on a machine that does other things too
const asking = { now: NOW, locale: 'id' as const };

let connection: Connection;
let round: Round;
let instrument: Instrument;
let regions: string[];

beforeAll(async () => {
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
	instrument = roundInstrument(connection.db, round, 'region').instrument;
	regions = listScored({ db: connection.db, actor: PEOPLE.admin }, round).map(({ region }) => region.code);
});

afterAll(async () => {
	await closeWorkers();
	connection.close();
});

/** A table of the API as rows of named cells. */
async function csv(address: string): Promise<Record<string, string>[]> {
	const { text } = await callApi(connection.db, address, { viewer: PEOPLE.admin });
	return parse(text, { columns: true, bom: true });
}

const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);

/** The page of a region as the server sends it, from the page's own functions and component. */
async function pageOf(region: string): Promise<string> {
	const event = {
		locals: { db: connection.db, viewer: PEOPLE.admin, locale: 'id' },
		params: { round: '2026', kind: 'regions', code: region },
		url: new URL(`http://siap.contoh/rounds/2026/regions/${region}`),
		untrack: <Value>(read: () => Value) => read()
	};
	const data = { ...(await loadRound(event as never)), ...(await loadRegion(event as never)) };
	return render(RegionPage, { props: { data, form: null, params: event.params } as never }).body;
}

async function pdfText(pdf: Buffer): Promise<string> {
	const file = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
	let text = '';
	// The figures stand before the chapter on gaps, which the contents name first; the rest would only take time.
	const isThrough = () => text.split('Kesenjangan dan tingkat berikutnya').length > 2;
	for (let number = 1; number <= file.numPages && !isThrough(); number += 1) {
		const { items } = await (await file.getPage(number)).getTextContent();
		text += '\n' + items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
	}
	await file.loadingTask.destroy();
	return text;
}

function assessmentOf(region: string) {
	return findAssessment(connection.db, PEOPLE.admin, 'assessment.read', { round: '2026', region, agency: null })!
		.assessment;
}

test(
	'screen, API, tables, workbook and its formulas, PDF and Word say the same of every region',
	async () => {
		const scores = await csv('/rounds/2026/scores.csv');
		const exported = await csv('/rounds/2026/export.csv');
		const asked = await collectRoundWorkbook(connection.db, PEOPLE.admin, round, asking);
		const whole = readWorkbook(await makeWorkbook(asked, 'id'));
		const found: Record<string, string[]> = {};
		for (const [at, region] of regions.entries()) {
			found[region] = differences(await formsOf(region, at, { scores, exported, whole }));
		}
		expect(found).toEqual(Object.fromEntries(regions.map((region) => [region, []])));
		expect(regions).toHaveLength(39);
	},
	LIMIT
);

async function formsOf(
	region: string,
	at: number,
	{
		scores,
		exported,
		whole
	}: { scores: Record<string, string>[]; exported: Record<string, string>[]; whole: Map<string, ReadSheet> }
): Promise<Record<string, ShownFigures>> {
	const { body } = await callApi(connection.db, `/rounds/2026/regions/${region}`, { viewer: PEOPLE.admin });
	const api = body as Result & { answers: Parameters<typeof fromValues>[2] };
	const row = scores.find(({ region_code }) => region_code === region)!;
	const answers = exported
		.filter(({ region_code, agency }) => region_code === region && agency === '')
		.map((cells) => ({
			indicator: cells.indicator!,
			track: cells.track!,
			level: numberOf(cells.level),
			notApplicable: cells.not_applicable === 'true'
		}));
	const report = await collectRegionReport(connection.db, assessmentOf(region), NOW);
	const own = await collectRegionWorkbook(connection.db, PEOPLE.admin, assessmentOf(region), asking);
	const [regionBook, pdf, word] = await Promise.all([
		makeWorkbook(own, 'id'),
		renderPdf('region', report),
		renderWord({ kind: 'region', data: report, locale: 'id' })
	]);
	return {
		api: fromValues(instrument, api, api.answers),
		screen: fromPage(instrument, await pageOf(region)),
		csv: fromValues(
			instrument,
			{
				index: numberOf(row.index),
				predicate: row.predicate || null,
				readinessClass: row.readiness_class || null,
				domains: Object.fromEntries(instrument.domains.map(({ code }) => [code, numberOf(row[`domain_${code}`])]))
			},
			answers
		),
		workbook: fromWorkbook(instrument, whole, at),
		formulas: fromFormulas(instrument, whole, at),
		regionWorkbook: fromWorkbook(instrument, readWorkbook(regionBook), 0),
		pdf: fromReport(instrument, await pdfText(pdf)),
		word: fromReport(instrument, wordText(word))
	};
}

test('page and report say the same of what the class of a region means', async () => {
	const said = new Set<string>();
	for (const region of regions) {
		const report = await collectRegionReport(connection.db, assessmentOf(region), NOW);
		if (!report.results.find((result) => result.region.code === region)!.score.readinessClass) continue;
		const { meaning } = regionDocument(report, 'id').findings;
		expect((await pageOf(region)).includes(meaning!), `${region}: ${meaning}`).toBe(true);
		said.add(meaning!);
	}
	expect(said.size, 'classes, and one that only the index keeps back').toBeGreaterThan(3);
});

describe('the comparison notices', () => {
	const changes: [string, (figures: ShownFigures) => ShownFigures][] = [
		['an index', (figures) => ({ ...figures, index: '9,99' })],
		['a predicate', (figures) => ({ ...figures, predicate: '?' })],
		['a class', (figures) => ({ ...figures, readinessClass: '?' })],
		['a domain', (figures) => ({ ...figures, domains: { ...figures.domains, D: '9,99' } })],
		['a level', (figures) => ({ ...figures, levels: { ...figures.levels, E5: '9' } })]
	];
	test.each(changes)('%s that one form alone says otherwise', async (_name, change) => {
		const { body } = await callApi(connection.db, '/rounds/2026/regions/35.78', { viewer: PEOPLE.admin });
		const api = fromValues(instrument, body as Result, (body as { answers: Parameters<typeof fromValues>[2] }).answers);
		const screen = fromPage(instrument, await pageOf('35.78'));
		expect(differences({ api, screen })).toEqual([]);
		expect(differences({ api, screen: change(screen) })).toHaveLength(1);
	});
});
