import { describe, expect, test } from 'vitest';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { daysBetween } from '#lib/domain/planning/working-days.ts';
import { caption, listPassages, passage, writeOut } from './passages.ts';
import { planDraft } from '../plan/plan-document.ts';
import { provinceDraft } from '../province/province-document.ts';
import { regionDocument, regionDraft } from '../region/region-document.ts';
import {
	instrument,
	sampleBasis,
	samplePlanReport,
	sampleProvinceReport,
	sampleRegionReport
} from '../../../../../../tests/support/sample-report.ts';

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

	describe('rest on the data and not on the day', () => {
		/** The round's deadline is 30 October; a plan made on a day begins on it. */
		function plannedOn(day: string, dailyCapacity = 2, endsOn = '2026-10-30') {
			const weeks = Math.max(0, daysBetween(day, endsOn) + 1) / 7;
			const time = { startsOn: day, weeks, dailyCapacity, firstWeek: 10 };
			const sample = samplePlanReport(null);
			const results = sample.results.filter(({ region: { code } }) => ['35', '35.01', '35.02', '35.78'].includes(code));
			const plans = Object.fromEntries(
				results
					.filter(({ score: { index } }) => index !== null)
					.map(({ region, answers }) => [
						region.code,
						planActions(instrument, answers, { ...time, targetClass: 'nearly_ready' })
					])
			);
			const changed = { results, now: `${day}T05:00:00Z`, round: { ...sample.round, endsOn } };
			return {
				region: regionDraft(sampleRegionReport('35.01', { ...changed, plan: plans['35.01']! }), 'id'),
				province: provinceDraft(sampleProvinceReport({ ...changed, plans }), 'id'),
				plan: planDraft(samplePlanReport('35.01', { ...changed, plans: { '35.01': plans['35.01']! }, time }), 'id'),
				plans: planDraft({ ...sample, ...changed, plans, time }, 'id')
			};
		}
		const read = (drafts: ReturnType<typeof plannedOn>, what: 'text' | 'sense') =>
			Object.entries(drafts).flatMap(([document, draft]) =>
				listPassages(draft).map((found) => `${document} ${found.passage}: ${found[what]}`)
			);
		const differing = (a: string[], b: string[]) =>
			a.filter((line) => !b.includes(line)).map((line) => line.split(':')[0]);
		const monday = plannedOn('2026-08-03');
		const over = plannedOn('2026-11-02');

		test('many texts are others two days later, and none is said to have changed', () => {
			const later = plannedOn('2026-08-05');
			expect(read(later, 'sense')).toEqual(read(monday, 'sense'));
			expect(differing(read(monday, 'text'), read(later, 'text'))).toEqual(
				expect.arrayContaining([
					'region foreword.what',
					'region plan.late',
					'plan summary.timing',
					'plan steps.finding',
					'plan sheets.diskominfo.lead',
					'plans summary.timing'
				])
			);
			expect(read(plannedOn('2026-08-08'), 'sense'), 'a Saturday').toEqual(read(plannedOn('2026-08-10'), 'sense'));
		});

		test.each([
			['with more capacity', plannedOn('2026-08-03', 3)],
			['with another deadline', plannedOn('2026-08-03', 2, '2026-11-06')],
			['once the deadline is over', over]
		])('%s what is said of time has changed', (_name, other) => {
			const changed = differing(read(monday, 'sense'), read(other, 'sense'));
			expect(changed).toEqual(
				expect.arrayContaining([
					'region plan.late',
					'plan summary.timing',
					'plan schedule.finding',
					'plans summary.timing'
				])
			);
		});

		test('what was said while the deadline was ahead stays said of the same deadline', () => {
			const said = ({ region }: typeof over) => region.plan.paragraphs[0]!;
			expect(said(over)).toEqual(said(monday));
			expect(said(over).text).toContain('Tenggat putaran: 30 Oktober 2026');
			expect(over.region.plan.facts.map(({ label }) => label).join()).not.toContain('Pada 30 Oktober');
		});
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
