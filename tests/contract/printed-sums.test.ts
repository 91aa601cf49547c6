import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import PlanTable from '#lib/components/plan/PlanTable.svelte';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { planRows } from '#lib/domain/planning/plan-rows.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { score } from '#lib/domain/scoring/score.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReports } from '#lib/server/documents/gather/collect-region.ts';
import { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import { planDocument } from '#lib/server/documents/write/plan/plan-document.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import type { PlanReport, ReportBasis } from '#lib/server/documents/write/types.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { findPublicRound } from '#lib/server/public/publication/find-public.ts';
import { makePublicView } from '#lib/server/public/publication/public-view.ts';
import { compareRegions } from '#lib/server/insight/comparison/compare-regions.ts';
import { readResultPage } from '#lib/server/insight/result/result-page.ts';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { type Assessment, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { effectiveWeights } from '#lib/domain/scoring/effective-weights.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatWeight } from '#lib/words/format-share.ts';
import { DEMO_NOW, openDemo } from '../support/demo-database.ts';
import {
	instrument,
	sampleAgencyReport,
	samplePlanReport,
	sampleProvinceReport,
	sampleRegionReport
} from '../support/sample-report.ts';
import { byHead, markup, tablesOf } from '../support/shown/html.ts';
import { roundPage } from '../support/shown/round-forms.ts';
import { fromMapPage } from '../support/shown/round-pages.ts';

// Whatever is printed as parts of a whole adds up to the whole as it is printed: by hand, with the printed figures.

let connection: Connection;
let round: Round;
let regions: Assessment[];
let agencies: Assessment[];

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: DEMO_NOW });
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
	const assessed = (unit: 'region' | 'agency') =>
		scoreRound(connection.db, round, unit).map(({ region, agency }) => {
			const key = { round: round.code, region: region.code, agency: agency?.id ?? null };
			return findAssessment(connection.db, MACHINE_VIEWER, 'assessment.read', key)!.assessment;
		});
	regions = assessed('region');
	agencies = assessed('agency');
});

afterAll(async () => {
	vi.useRealTimers();
	await closeWorkers();
	connection.close();
});

/** A printed Indonesian number in millionths, whatever stands around it: `1.234,5 OH`, `33,33 %`; none = 0. */
function read(figure: string | null): number {
	const digits = (figure ?? '').replaceAll('.', '').replace('−', '-').replace(',', '.');
	return Math.round(Number.parseFloat(digits.replace(/[^\d.-]/g, '') || '0') * 1e6);
}

/** Sum of printed numbers, in millionths. */
function add(figures: readonly (string | null)[]): number {
	return figures.reduce((sum, figure) => sum + read(figure), 0);
}

const ALL = read('100 %');

/** The shipped instrument with weights and efforts that no decimals hold: sevenths, ninths, a third of a day. */
const AWKWARD: Instrument = {
	...instrument,
	domains: instrument.domains.map((domain) => ({
		...domain,
		weight: 1,
		indicators: domain.indicators.map((indicator, at) => ({
			...indicator,
			weight: at + 1,
			actions: Object.fromEntries(
				Object.entries(indicator.actions).map(([from, action]) => [
					from,
					{ ...action, effort: action.effort / 8 + 0.333333 }
				])
			)
		}))
	}))
};

/** Domains of an instrument, three of them, that weigh the same: 33.33 % thrice. */
function alike({ domains }: Instrument): Instrument['domains'] {
	return domains.slice(0, 3).map((domain) => ({ ...domain, weight: 1 }));
}

/** A report by another instrument with the same codes. */
function reweighed<Report extends ReportBasis>(report: Report, by: Instrument): Report {
	const results = report.results.map((result) => ({ ...result, score: score(by, result.answers) }));
	return { ...report, instrument: by, results };
}

/** Table of the domains of a report on a region or an agency: contributions to the index, and weights.
 *  @returns the printed index in millionths; 0 = none */
function expectDomains({ domains: { rows, total } }: Pick<ReturnType<typeof regionDocument>, 'domains'>): number {
	const index = read(total.index);
	expect(add(rows.map(({ contribution }) => contribution))).toBe(index);
	if (index > 0) expect(add(rows.map(({ weight }) => weight))).toBe(ALL);
	return index;
}

describe('reports', () => {
	test('of every region: table of the domains', async () => {
		const made = await collectRegionReports(connection.db, round, regions, { now: DEMO_NOW });
		const indices = made.map((make) => expectDomains(regionDocument(make(), 'id')));
		expect(indices.filter((index) => index > 0).length).toBeGreaterThan(30);
	});

	test('of every agency; and with weights that no decimals hold', async () => {
		for (const assessment of agencies)
			expectDomains(agencyDocument(collectAgencyReport(connection.db, assessment, DEMO_NOW), 'id'));
		expect(agencies.length).toBeGreaterThan(5);
		const agency = sampleAgencyReport();
		expectDomains(agencyDocument(reweighed(agency, { ...agency.instrument, domains: alike(agency.instrument) }), 'id'));
		expectDomains(regionDocument(reweighed(sampleRegionReport('35.01'), AWKWARD), 'id'));
	});

	test('of the province: predicates, classes, weights of the instrument', async () => {
		const shipped = await collectProvinceReport(connection.db, round, DEMO_NOW);
		for (const report of [shipped, sampleProvinceReport({ instrument: AWKWARD })]) {
			const { summary, distribution, instrument: parts } = provinceDocument(report, 'id');
			const local = report.results.filter(({ region }) => region.type !== 'province').length;
			expect(add(distribution.predicates.map(({ share }) => share))).toBe(ALL);
			expect(add(distribution.predicates.map(({ count }) => count))).toBe(local * 1e6);
			expect(add(summary.classes.map(({ count }) => count))).toBe(local * 1e6);
			expect(add(parts.map(({ weight }) => weight))).toBe(ALL);
			for (const { indicators } of parts) expect(add(indicators.map(({ weight }) => weight))).toBe(ALL);
		}
	});
});

/** The plan in a region's report: the steps in time and those after the deadline make up the effort of its lead.
 *  @returns the number of its steps */
function expectReportedPlan({ plan }: Pick<ReturnType<typeof regionDocument>, 'plan'>): number {
	const efforts = plan.groups.flatMap(({ rows }) => rows.map(({ effort }) => effort));
	const [, said = '0'] = /dengan (\S+) orang-hari/.exec(JSON.stringify(plan.paragraphs)) ?? [];
	expect(add(efforts)).toBe(read(said));
	return efforts.length;
}

/** Every table of a plan with a sum.
 *  @returns the number of its steps */
function expectPlan(report: PlanReport): number {
	const { work, regions: byRegion } = planDocument(report, 'id');
	if (!work) return 0;
	const { steps, leads, budget } = work;
	expect(add(steps.rows.map(({ effort }) => effort))).toBe(read(steps.total));
	for (const column of ['kinds', 'effort'] as const)
		expect(add(leads.rows.map((row) => row[column]))).toBe(read(leads.total[column]));
	for (const column of ['tasks', 'effort', 'cost'] as const) {
		expect(add(budget.groups.map((group) => group[column]))).toBe(read(budget.total[column]));
		for (const group of budget.groups) expect(add(group.rows.map((row) => row[column]))).toBe(read(group[column]));
	}
	if (!byRegion) return steps.rows.length;
	for (const column of ['steps', 'effort', 'cost', 'late'] as const)
		expect(add(byRegion.rows.map((row) => row[column]))).toBe(read(byRegion.total![column]));
	return steps.rows.length;
}

describe('plans', () => {
	test('of every region and of all, with a price', async () => {
		const options = { ...EVERYTHING, unitCost: 333_333 };
		for (const region of [null, ...regions.map(({ region: { code } }) => code)]) {
			const report = (await collectPlan(connection.db, round, { region, choice: round }, DEMO_NOW))!;
			expectPlan({ ...report, options });
		}
	});

	test.each([null, '35.01'])('with efforts that one decimal does not hold: %s', (region) => {
		const report = samplePlanReport(region, { instrument: AWKWARD, options: { ...EVERYTHING, unitCost: 333_331 } });
		const time = { ...report.time, targetClass: 'nearly_ready' };
		const plans = Object.fromEntries(
			report.results.flatMap(({ region: { code }, answers }) =>
				code in report.plans ? [[code, planActions(AWKWARD, answers, time)]] : []
			)
		);
		expect(expectPlan({ ...report, plans })).toBeGreaterThan(3);
	});

	test('in the reports of regions', async () => {
		const made = await collectRegionReports(connection.db, round, regions, { now: DEMO_NOW });
		const steps = made.map((make) => expectReportedPlan(regionDocument(make(), 'id')));
		expect(steps.filter((count) => count > 1).length).toBeGreaterThan(20);
		const report = sampleRegionReport('35.01');
		const { answers } = report.results.find(({ region }) => region.code === '35.01')!;
		const time = { ...samplePlanReport('35.01').time, targetClass: 'nearly_ready' };
		const plan = planActions(AWKWARD, answers, time);
		expect(expectReportedPlan(regionDocument({ ...report, instrument: AWKWARD, plan }, 'id'))).toBeGreaterThan(3);
	});

	test('on the page of a region', () => {
		const { results, time } = samplePlanReport('35.01');
		const { answers } = results.find(({ region }) => region.code === '35.01')!;
		const plan = planActions(AWKWARD, answers, { ...time, targetClass: 'nearly_ready' });
		const { body } = render(PlanTable, { props: { rows: planRows(plan, AWKWARD, 'id'), hasDeadline: true } });
		const [table] = tablesOf(markup(body));
		const efforts = table!.rows.map((row) => byHead(table!, row)['Orang-hari']!);
		expect(efforts.length).toBeGreaterThan(3);
		expect(add(efforts)).toBe(Math.round(plan.effort * 1e6));
	});
});

describe('pages', () => {
	test('of every region and agency: contributions of domains and indicators, shares of the weight', () => {
		const awkward = regions.map((one) => ({ ...one, stored: { ...one.stored, instrument: AWKWARD } }));
		for (const assessment of [...regions, ...awkward, ...agencies]) {
			const { index, domains } = readResultPage(connection.db, MACHINE_VIEWER, assessment, 'id');
			const shown = (value: number | null) => formatIndex(value, 'id');
			expect(add(domains.map(({ contribution }) => shown(contribution)))).toBe(read(shown(index)));
			for (const { contribution, indicators } of domains)
				expect(add(indicators.map((indicator) => shown(indicator.contribution)))).toBe(read(shown(contribution)));
			if (index === null) continue;
			expect(add(domains.map(({ share }) => (share === null ? null : formatWeight(share, 'id'))))).toBe(ALL);
		}
	});

	test('that are public: weights of the domains', () => {
		const open = findPublicRound(connection.db, '2025', DEMO_NOW)!;
		const { domains } = makePublicView({ ...open, snapshot: { ...open.snapshot, instrument: AWKWARD } }, 'id');
		expect(add(domains.map(({ share }) => formatWeight(share, 'id')))).toBe(ALL);
	});

	test('of the comparison: parts of every difference', () => {
		const codes = regions.map(({ region }) => region.code);
		const context = { db: connection.db, actor: MACHINE_VIEWER, locale: 'id' as const };
		const { differences } = compareRegions(context, round, codes);
		const shown = (parts: readonly { shown: number }[]) => parts.reduce((sum, part) => sum + part.shown, 0);
		for (const { difference, domains } of differences) {
			expect(shown(domains)).toBe(difference?.shown ?? 0);
			for (const domain of domains) expect(shown(domain.indicators)).toBe(domain.shown);
		}
		expect(differences.filter(({ difference }) => difference !== null).length).toBeGreaterThan(30);
	});

	test('of an instrument: weights of every part', () => {
		const weights = effectiveWeights(AWKWARD);
		for (const kind of ['domain', 'indicator'])
			expect(
				add(weights.filter((one) => one.kind === kind).map(({ percent }) => formatWeight(percent / 100, 'id')))
			).toBe(ALL);
	});

	test('of the certainty: chances of the classes', async () => {
		const table = tablesOf(markup(await roundPage(connection.db, '2026', 'robustness'))).find(({ head }) =>
			head.includes('Median')
		)!;
		const chances = table.rows.map((row) => byHead(table, row)['Peluang kelas']!);
		expect(chances.length).toBeGreaterThan(20);
		for (const cell of chances) expect([cell, add(cell.split(/(?<=%), /))]).toEqual([cell, ALL]);
	});

	test('of the map: each region is in one class or in none yet', async () => {
		const { round: figures } = fromMapPage(await roundPage(connection.db, '2026', '(map)'));
		const counted = Object.entries(figures).filter(([key]) => /^classCount (?!sementara)/.test(key));
		expect(add(counted.map(([, count]) => count))).toBe(read(figures['regions']!));
	});
});
