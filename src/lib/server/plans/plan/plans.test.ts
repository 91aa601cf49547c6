import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { DEMO_NOW as NOW, openDemo } from '../../../../../tests/support/demo-database.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { provincePlanCsv, regionPlanCsv } from '#lib/server/plans/province/plan-csv.ts';
import { parsePlanChoice, planOptions } from './plan-options.ts';
import { planRegions, readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { planRows } from '#lib/domain/planning/plan-rows.ts';
import { planFor } from './region-plan.ts';

let connection: Connection;
let round: Round;

beforeAll(async () => {
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
});

afterAll(closeWorkers);

function choice(address: string) {
	const { instrument } = getInstrument(connection.db, round.instrumentId);
	return parsePlanChoice(
		new URLSearchParams(address),
		{ ...round, targetClass: 'nearly_ready', dailyCapacity: 2 },
		instrument
	);
}

describe('what a plan is asked for', () => {
	test.each([
		['', 'nearly_ready', false, 2, false],
		['target=ready&capacity=3.5', 'ready', true, 3.5, false],
		['capacity=3,5', 'nearly_ready', false, 3.5, false],
		['target=best&capacity=0', 'nearly_ready', false, 2, true],
		['capacity=lots', 'nearly_ready', false, 2, true],
		['capacity=101', 'nearly_ready', false, 2, true]
	])('%j is read', (address, targetClass, targetChosen, dailyCapacity, capacityRefused) => {
		expect(choice(address)).toEqual({ targetClass, targetChosen, dailyCapacity, capacityRefused });
	});
});

describe('the time a plan has', () => {
	const dated = (changes: Partial<Round>): Round => ({
		...round,
		status: 'open',
		startsOn: '2026-06-01',
		endsOn: '2026-08-30',
		...changes
	});
	const options = (changes: Partial<Round>, now: number) => planOptions(dated(changes), now, round);

	test('a running round: from today up to and with the deadline', () => {
		expect(options({}, Date.UTC(2026, 7, 3))).toMatchObject({ startsOn: '2026-08-03', weeks: 4, firstWeek: 10 });
	});

	test('today is the day in East Java, seven hours ahead of UTC', () => {
		expect(options({}, Date.UTC(2026, 7, 2, 17)).startsOn).toBe('2026-08-03');
	});

	test('a round that has not begun: from its first day', () => {
		expect(options({}, Date.UTC(2026, 4, 1))).toMatchObject({ startsOn: '2026-06-01', weeks: 13, firstWeek: 1 });
	});

	test('past the deadline no week is left', () => {
		expect(options({}, Date.UTC(2026, 8, 10))).toMatchObject({ startsOn: '2026-09-10', weeks: 0 });
	});

	test('the plan of a published round does not move with the day it is read', () => {
		const published = { status: 'published', publishedAt: Date.UTC(2026, 8, 1) } as const;
		expect(options(published, Date.UTC(2026, 9, 1))).toEqual(options(published, Date.UTC(2027, 0, 1)));
		expect(options(published, Date.UTC(2027, 0, 1))).toMatchObject({ startsOn: '2026-09-02', weeks: 0 });
	});
});

test('without a single level there is no plan', () => {
	const { instrument } = getInstrument(connection.db, round.instrumentId);
	expect(planFor({ instrument, answers: { A1: null, G2: 'na' } }, round, round, NOW)).toBeNull();
});

describe('the plans of all regions', () => {
	test('are made beside the process, which answers meanwhile', async () => {
		let answered = false;
		setImmediate(() => (answered = true));
		await planRegions(connection.db, round, NOW + 86_400_000);
		expect(answered).toBe(true);
	});

	test('are those that each region has by itself', async () => {
		const { instrument } = getInstrument(connection.db, round.instrumentId);
		const plans = await planRegions(connection.db, round, NOW);
		for (const { region, answers } of scoreRound(connection.db, round, 'region'))
			expect(plans[region.code] ?? null, region.code).toEqual(
				planFor({ instrument, answers }, round, { ...round, targetChosen: true }, NOW)
			);
	});

	test('are kept until the day or the round changes', () => {
		const kept = planRegions(connection.db, round, NOW);
		expect(planRegions(connection.db, { ...round }, NOW + 1)).toBe(kept);
		expect(planRegions(connection.db, round, NOW + 86_400_000)).not.toBe(kept);
		expect(planRegions(connection.db, { ...round, revision: round.revision + 1 }, NOW)).not.toBe(kept);
	});
});

describe('the consolidated plan', () => {
	test('holds every step of every region once, and its effort', async () => {
		const plans = await planRegions(connection.db, round, NOW);
		const { steps } = await readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, {
			lead: null,
			domain: null
		});
		const separate = Object.values(plans).flatMap((plan) => plan.steps);
		expect(steps.reduce((sum, step) => sum + step.regions.length, 0)).toBe(separate.length);
		expect(steps.reduce((sum, step) => sum + step.effort, 0)).toBeCloseTo(
			separate.reduce((sum, step) => sum + step.effort, 0)
		);
		expect(new Set(steps.map(({ indicator, to }) => `${indicator}@${to}`)).size).toBe(steps.length);
	});

	test('leaves the steps of the province’s own government out, as its report does', async () => {
		const read = () =>
			readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, { lead: null, domain: null });
		const has = ({ steps }: Awaited<ReturnType<typeof read>>) =>
			steps.some(({ regions }) => regions.some(({ code }) => code === '35.02'));
		const before = await read();
		expect(has(before)).toBe(true);
		connection.client.exec("UPDATE regions SET type = 'province' WHERE code = '35.02'");
		const after = await read();
		connection.client.exec("UPDATE regions SET type = 'kabupaten' WHERE code = '35.02'");
		expect(has(after)).toBe(false);
		expect(after.regions.all).toBe(before.regions.all - 1);
		expect(after.regions.planned).toBe(before.regions.planned - 1);
	});

	test('filters by lead and domain, and says how many there are in all', async () => {
		const all = await readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, {
			lead: null,
			domain: null
		});
		const some = await readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, {
			lead: 'diskominfo',
			domain: 'B'
		});
		expect(some.steps.length).toBeGreaterThan(0);
		expect(some.steps.every(({ lead, domain }) => lead === 'diskominfo' && domain === 'B')).toBe(true);
		expect(some.stepsInAll).toBe(all.steps.length);
	});

	test('its CSV has a row a step', async () => {
		const { steps } = await readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, {
			lead: null,
			domain: null
		});
		expect(parse(provincePlanCsv('2026', steps), { columns: true, bom: true })).toHaveLength(steps.length);
	});
});

test('the CSV of a region keeps order and dates, and has its head even when empty', () => {
	const { instrument } = getInstrument(connection.db, round.instrumentId);
	const { region, answers } = scoreRound(connection.db, round, 'region').find(
		({ result }) => result.readinessClass === 'lagging'
	)!;
	const plan = planFor({ instrument, answers }, round, round, NOW)!;
	const rows = parse<Record<string, string>>(regionPlanCsv('2026', region, planRows(plan, instrument, 'id')), {
		columns: true,
		bom: true
	});
	expect(rows.map((row) => [row.indicator, row.to_level, row.starts_on])).toEqual(
		plan.steps.map((step) => [step.indicator, String(step.to), step.startsOn])
	);
	expect(regionPlanCsv('2026', region, [])).toMatch(/^\ufeffround,region_code,region_name,number,indicator/);
});
