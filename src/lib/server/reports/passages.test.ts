import { describe, expect, test } from 'vitest';
import { caption, listPassages, passage, writeOut } from './passages.ts';
import { provinceDraft } from './province/province-document.ts';
import { regionDocument, regionDraft } from './region-document.ts';
import { sampleBasis, sampleProvinceReport, sampleRegionReport } from './sample-report.ts';

const draft = {
	title: 'Laporan',
	lead: passage('plan.lead', 'Rencana memuat 4 langkah.'),
	chart: { svg: '<svg/>', finding: caption('map.finding', '3 dari 38 wilayah') },
	paragraphs: [passage('plan.late', '2 langkah terlambat.'), passage('plan.assumed', 'A1 dianggap tingkat 1.')],
	rows: [{ level: null as number | null }],
	none: null as ReturnType<typeof passage> | null
};

describe('the texts of a document', () => {
	test('are those written from the data where nobody wrote another', () => {
		expect(writeOut(draft)).toEqual({
			title: 'Laporan',
			lead: 'Rencana memuat 4 langkah.',
			chart: { svg: '<svg/>', finding: '3 dari 38 wilayah' },
			paragraphs: ['2 langkah terlambat.', 'A1 dianggap tingkat 1.'],
			rows: [{ level: null }],
			none: null
		});
	});

	test('are the editor’s own by their key, wherever the passage stands', () => {
		const twice = { ...draft, again: [passage('plan.lead', 'Rencana memuat 4 langkah.')] };
		const { lead, again, paragraphs } = writeOut(twice, {
			'plan.lead': 'Kami mulai\ndari bukti.',
			'plan.late': 'Dua.'
		});
		expect([lead, ...again, ...paragraphs]).toEqual([
			'Kami mulai\ndari bukti.',
			'Kami mulai\ndari bukti.',
			'Dua.',
			'A1 dianggap tingkat 1.'
		]);
	});

	test('are missing in a list and null elsewhere when they are left out', () => {
		const { lead, paragraphs } = writeOut(draft, { 'plan.lead': null, 'plan.late': null });
		expect([lead, paragraphs]).toEqual([null, ['A1 dianggap tingkat 1.']]);
	});

	test('are not touched by a text whose passage is gone, nor by names of the language itself', () => {
		expect(writeOut(draft, { 'plan.unreachable': 'Lama.' })).toEqual(writeOut(draft));
		expect(writeOut({ a: passage('constructor', 'Tetap.') }).a).toBe('Tetap.');
	});
});

describe('the passages', () => {
	const keysOf = (document: unknown) => listPassages(document).map(({ passage: key }) => key);

	test('of a region’s report keep their keys when the data change', () => {
		const before = sampleRegionReport('35.78');
		const after = sampleRegionReport('35.10', { team: [], adoption: null });
		const rules = (keys: string[]) => keys.filter((key) => !key.startsWith('summary.next') && !key.startsWith('plan.'));
		expect(rules(keysOf(regionDraft(after, 'en')))).toEqual(rules(keysOf(regionDraft(before, 'id'))));
		expect(keysOf(regionDraft(before, 'id'))).toEqual(
			expect.arrayContaining(['foreword.what', 'summary.meaning', 'domains.finding', 'gaps.lead', 'plan.lead'])
		);
	});

	test('of the province’s report are told apart by region', () => {
		const keys = keysOf(provinceDraft(sampleProvinceReport(), 'id'));
		expect(keys).toEqual(expect.arrayContaining(['map.finding', 'ranking.finding', 'regions.35.78.meaning']));
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.filter((key) => key.endsWith('.meaning'))).toHaveLength(sampleBasis().results.length);
	});

	test('say the same on another day', () => {
		const senseOn = (now: string) =>
			listPassages(regionDraft(sampleRegionReport('35.78', { now }), 'id')).map(({ sense }) => sense);
		expect(senseOn('2026-08-04T05:00:00Z')).toEqual(senseOn('2026-08-03T02:30:00Z'));
	});

	test('never hold what the document certifies of itself', () => {
		const report = sampleRegionReport('35.78');
		const all = listPassages(regionDraft(report, 'id'));
		const silent = Object.fromEntries(all.map(({ passage: key }) => [key, null]));
		const { approval, sample, findings } = regionDocument({ ...report, texts: silent }, 'id');
		expect(approval.paragraphs).toEqual(regionDocument(report, 'id').approval.paragraphs);
		expect(sample).toBe('DATA CONTOH');
		expect(findings.blockers).toEqual([]);
	});
});
