import { beforeAll, expect, test } from 'vitest';
import { score } from '#lib/domain/scoring/score.ts';
import { type Connection, openDatabase } from '../db/open.ts';
import { seedDemoData } from '../demo/seed-database.ts';
import { findRound } from '../rounds/find-round.ts';
import { collectProvinceReport, collectRegionReport } from './collect.ts';

const NOW = Date.UTC(2026, 7, 3);
let connection: Connection;

beforeAll(async () => {
	connection = openDatabase(':memory:');
	await seedDemoData(connection.db, NOW);
});

test('a region report holds all results, the official answers and their score', () => {
	const report = collectRegionReport(connection.db, findRound(connection.db, '2026')!, '35.78', NOW)!;
	expect(report.results).toHaveLength(39);
	const { score: shown, answers } = report.results.find(({ region }) => region.code === '35.78')!;
	expect(score(report.instrument, answers).index).toBe(shown.index);
	for (const [code, { level, notApplicable }] of Object.entries(report.official)) {
		expect(answers[code]).toBe(notApplicable ? 'na' : level);
	}
	expect(Object.keys(report.official)).toHaveLength(40);
	expect(report).toMatchObject({ state: 'draft', adoption: null, previous: { code: '2025' }, round: { sample: true } });
});

test('a region that is not in the round has no report', () => {
	expect(collectRegionReport(connection.db, findRound(connection.db, '2026')!, '99.99', NOW)).toBeNull();
});

test('the report of a published round is final, the same on any day but for the time of printing', () => {
	const round = findRound(connection.db, '2025')!;
	const [first, later] = [NOW, NOW + 90 * 86_400_000].map((now) => {
		const { now: _printed, ...rest } = collectRegionReport(connection.db, round, '35.01', now)!;
		return rest;
	});
	expect(first).toMatchObject({ state: 'final', previous: null });
	expect(later).toEqual(first);
});

test('the province report has a plan for every region with a level and none for the others', () => {
	const { plans, results } = collectProvinceReport(connection.db, findRound(connection.db, '2026')!, NOW);
	for (const { region, score: shown } of results) expect(region.code in plans).toBe(shown.index !== null);
});
