import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { DEMO_NOW, openDemo } from '../support/demo-database.ts';
import { differences, type Forms, type Kinds, kindOf, spoiled, unread } from '../support/shown/figures.ts';
import { fromRegionPage } from '../support/shown/region-page.ts';
import { regionForms } from '../support/shown/region-forms.ts';
import { roundForms, type RoundForms, roundPage, roundTables } from '../support/shown/round-forms.ts';
import { fromCover } from '../support/shown/workbook.ts';

const LIMIT = 600_000; // 39 regions in twenty forms, on a machine that does other things too

/** Each kind of figure that is printed of a region, on which forms, and of how many regions it is read there at least:
 *  all 39, 35 that have an index, 34 with a rank, 32 whose rank is known to be certain, 32 whose index is too low for the
 *  next class; every fourth where a page is looked at for some only. What one form alone shows is not in it. */
const OF_REGION: Kinds = {
	index: {
		'page api csv map workbook formulas regionWorkbook pdf word pdfProvince wordProvince': 39,
		'pdfRanking wordRanking': 38,
		'panel questionnaire': 9,
		review: 5
	},
	predicate: { 'page api csv workbook formulas regionWorkbook pdf word': 39, 'pdfRanking wordRanking': 38 },
	class: {
		'page api csv map workbook formulas regionWorkbook pdf word': 39,
		'pdfRanking wordRanking': 38,
		questionnaire: 9,
		review: 5
	},
	meaning: { 'page pdf word': 33 },
	completeness: {
		'page api csv map workbook formulas regionWorkbook': 39,
		questionnaire: 9,
		'pdf word pdfProvince wordProvince': 5
	},
	basisSelf: { 'page api csv pdf word pdfProvince wordProvince': 11 },
	mean: { 'page pdf word pdfProvince wordProvince': 39 },
	change: { 'page csv pdf word pdfProvince wordProvince': 39, 'pdfRanking wordRanking': 38, panel: 4 },
	before: { 'page csv pdf word pdfProvince wordProvince': 24 },
	short: { 'page pdf word pdfProvince wordProvince': 32, panel: 6 },
	required: { 'page pdf word pdfProvince wordProvince': 32, panel: 6 },
	rank: { 'map pdf word pdfProvince wordProvince pdfRanking wordRanking': 23, panel: 4 },
	ranked: { 'pdf word pdfProvince wordProvince': 23, panel: 4 },
	median: { 'map robustness pdf word pdfProvince wordProvince pdfRanking wordRanking': 23 },
	band: { 'map robustness pdf word pdfProvince wordProvince pdfRanking wordRanking': 23 },
	group: { 'robustness pdf word pdfProvince wordProvince pdfRanking wordRanking': 23 },
	groups: { 'robustness pdf word pdfProvince wordProvince': 23 },
	domain: {
		'page api csv workbook formulas regionWorkbook pdf word pdfProvince wordProvince': 39,
		'panel questionnaire': 8
	},
	domainMean: { page: 35, 'pdf word pdfProvince wordProvince': 39 },
	domainChange: { 'page csv': 24 },
	domainAbove: { 'pdf word': 39 },
	domainHead: { page: 35, 'pdf word': 39 },
	weight: { page: 35, 'pdf word': 39 },
	contribution: { page: 35, 'pdf word': 39 },
	sum: { page: 35, 'pdf word': 39 },
	level: { 'page api csv formulas pdf word pdfProvince wordProvince': 39 },
	self: { 'api csv pdf word': 39 },
	indicatorMean: { page: 35, 'pdf word': 39 },
	indicatorChange: { 'page csv': 35 },
	standing: { 'page pdf word pdfProvince wordProvince': 35 },
	step: { 'page pdf word': 35 },
	gain: { 'page pdf word': 35 },
	after: { 'page formulas': 35 },
	afterClass: { 'page formulas': 35 },
	track: { page: 35, 'api csv workbook regionWorkbook pdf word': 39, questionnaire: 2 },
	answered: { 'api csv workbook regionWorkbook': 39, 'pdf word pdfRanking wordRanking': 35 },
	supported: { 'workbook regionWorkbook': 39, 'pdf word pdfRanking wordRanking': 35 },
	pieces: { 'api workbook regionWorkbook pdfRanking wordRanking': 39, 'pdf word': 35, evidence: 9 },
	pieceDate: { 'pdf word': 35, evidence: 8 },
	pieceSize: { 'pdf word': 35, evidence: 8 },
	planSteps: { 'workbook pdfProvince wordProvince': 26, 'regionWorkbook pdf word': 35 },
	planEffort: { 'pdfProvince wordProvince': 26, 'pdf word': 35 },
	planDeadline: { 'pdf word': 35 },
	planNow: { 'pdf word': 35 },
	planAtDeadline: { 'pdf word': 35 },
	planAtEnd: { 'pdf word': 35 },
	planEnd: { 'pdf word': 35 },
	stepEffort: { workbook: 26, regionWorkbook: 35 },
	stepStart: { workbook: 26, regionWorkbook: 35 },
	stepEnd: { workbook: 26, regionWorkbook: 35 },
	stepWeeks: { workbook: 26, regionWorkbook: 35 },
	number: { 'pdf word': 39 },
	printed: { 'pdf word': 39 },
	starts: { 'pdf word': 39 },
	ends: { 'pdf word': 39 }
};

/** The same of the round. */
const OF_ROUND: Kinds = {
	classCount: { 'map pdfProvince wordProvince': 1 },
	classDrawn: { 'legend pdfProvince': 1 },
	reached: { 'map pdfProvince wordProvince': 1 },
	regions: { 'map pdfProvince wordProvince': 1 },
	ranked: { 'pdf pdfProvince wordProvince': 1 },
	certain: { 'map pdfProvince wordProvince': 1 },
	groups: { 'map pdf pdfProvince wordProvince': 1 },
	mean: { 'page pdfProvince wordProvince': 1 },
	domainMean: { 'page pdfProvince wordProvince': 1 },
	printed: { 'pdf workbook pdfProvince wordProvince': 1 },
	starts: { 'pdf workbook calendar pdfProvince wordProvince': 1 },
	ends: { 'pdf workbook calendar control pdfProvince wordProvince': 1 }
};

let connection: Connection;
let forms: RoundForms;
let regions: Record<string, Forms>;
let round: Forms;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: DEMO_NOW }); // pages are of the day on which the documents are printed
	connection = await openDemo();
	const { db } = connection;
	forms = await roundForms(db, '2026');
	const before = await roundTables(db, '2025');
	regions = {};
	for (const { code } of forms.regions) regions[code] = await regionForms(db, forms, code, before);
	round = await wholeRound();
}, LIMIT);

afterAll(async () => {
	vi.useRealTimers();
	await closeWorkers();
	connection.close();
});

/** What is said of the round on its own forms, and beside the figures of a region. */
async function wholeRound(): Promise<Forms> {
	const { page, pdf } = regions['35.73']!; // assessed, so that it is told its place
	const only = (figures: Record<string, string>, kinds: string[]) =>
		Object.fromEntries(Object.entries(figures).filter(([key]) => kinds.includes(kindOf(key))));
	const legend = Object.entries(forms.whole['map']!).flatMap(([key, count]) =>
		/^classCount (?!Belum|Sementara)/.test(key) ? [[key.replace('Count', 'Drawn'), count]] : []
	);
	return {
		...forms.whole,
		legend: Object.fromEntries(legend) as Record<string, string>,
		page: only(page!, ['mean', 'domainMean']),
		pdf: only(pdf!, ['printed', 'starts', 'ends', 'ranked', 'groups']),
		workbook: fromCover(forms.workbook),
		calendar: dated(await roundPage(connection.db, '2026', 'calendar')),
		control: only(dated(await roundPage(connection.db, '2026', 'control')), ['ends'])
	};
}

/** Whether a page names the days on which the round begins and ends, as the words write them. */
function dated(html: string): Record<string, string> {
	const { startsOn, endsOn } = forms.round;
	const days = { starts: formatDate(startsOn, 'id'), ends: formatDate(endsOn, 'id') };
	return Object.fromEntries(Object.entries(days).filter(([, day]) => html.includes(day)));
}

test('all forms of a region say the same of it', () => {
	const found = Object.fromEntries(Object.entries(regions).map(([code, own]) => [code, differences(own)]));
	expect(found).toEqual(Object.fromEntries(forms.regions.map(({ code }) => [code, []])));
	expect(forms.regions).toHaveLength(39);
});

test('every kind of figure is read from every form that shows it', () => {
	expect(unread(OF_REGION, Object.values(regions))).toEqual([]);
	expect(unread(OF_ROUND, [round])).toEqual([]);
});

test('map, reports and workbook say the same of the round', () => {
	expect(differences(round)).toEqual([]);
});

test('classes mean different things, one also where only the index keeps back', () => {
	const said = new Set(Object.values(regions).flatMap(({ page }) => page!.meaning ?? []));
	expect(said.size).toBeGreaterThan(3);
});

describe('the comparison notices', () => {
	test.each(Object.keys(OF_REGION))('%s that one form alone says otherwise, whichever it is', (kind) => {
		const cases = spoiled(kind, Object.values(regions));
		const named = Object.keys(OF_REGION[kind]!).flatMap((list) => list.split(' '));
		expect(cases).toHaveLength(named.length - 1);
		for (const { forms: own, expected } of cases) expect(differences(own)).toEqual(expected);
	});

	test.each(Object.keys(OF_ROUND))('%s of the round', (kind) => {
		const cases = spoiled(kind, [round]);
		expect(cases.length).toBeGreaterThan(0);
		for (const { forms: own, expected } of cases) expect(differences(own)).toEqual(expected);
	});

	test.each([
		['a space that breaks', '51,7 %'],
		['no space', '51,7%'],
		['no decimal', '52\u00a0%'],
		['a point', '51.7\u00a0%'],
		['rounding to the nearest', '51,8\u00a0%']
	])('%s in a completeness', (_name, completeness) => {
		const { page, word } = regions['35.01']!;
		expect(page!.completeness).toBe('51,7\u00a0%');
		expect(differences({ page: page!, word: { ...word, completeness } })).toHaveLength(1);
	});

	test('a page on which a figure is written otherwise', async () => {
		const params = { kind: 'regions', code: '35.01' };
		const html = await roundPage(connection.db, '2026', '[kind=subject]/[code]', { params });
		const changed = html.replace('>51,7\u00a0%<', '>51,8\u00a0%<');
		const page = fromRegionPage(forms.instrument, changed);
		const { word } = regions['35.01']!;
		expect(differences({ word: word!, page })).toEqual(['page: completeness 51,8\u00a0%, not 51,7\u00a0%']);
	});

	test('a reader that finds nothing', () => {
		const { pdf, ...others } = regions['35.78']!;
		expect(unread({ index: { pdf: 1 } }, [{ ...others, pdf: { ...pdf, index: '?' } }])).toContain(
			'index pdf: read of 0, not 1'
		);
	});
});
