import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { score } from '#lib/domain/scoring/score.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { DEMO_NOW as NOW, openDemo } from '../../../../../tests/support/demo-database.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { answers, assessments, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { collectProvinceReport } from './collect-province.ts';
import { collectRegionReport } from './collect-region.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';

let connection: Connection;

beforeAll(async () => {
	connection = await openDemo();
});

function findRegionReport(round: string, region: string, now = NOW) {
	const viewer = connection.db.select().from(users).where(eq(users.username, 'reviewer')).get()!;
	const found = findAssessment(connection.db, viewer, 'assessment.read', { round, region, agency: null });
	return found && collectRegionReport(connection.db, found.assessment, now);
}

test('a region report holds all results, the official answers and their score', async () => {
	const report = (await findRegionReport('2026', '35.78'))!;
	expect(report.results).toHaveLength(39);
	const { score: shown, answers } = report.results.find(({ region }) => region.code === '35.78')!;
	expect(score(report.instrument, answers).index).toBe(shown.index);
	for (const [code, { level, notApplicable }] of Object.entries(report.official)) {
		expect(answers[code]).toBe(notApplicable ? 'na' : level);
	}
	expect(Object.keys(report.official)).toHaveLength(40);
	expect(report).toMatchObject({ state: 'draft', adoption: null, previous: { code: '2025' }, round: { sample: true } });
});

test('both reports say how certain the ranking is, the same whenever they are printed', async () => {
	const round = findRound(connection.db, '2025')!;
	const first = (await collectProvinceReport(connection.db, round, NOW)).robustness!;
	expect(first.runs).toBe(10_000);
	expect(first.groups.flat()).toHaveLength(Object.keys(first.regions).length);
	const copy = await openDemo();
	expect((await collectProvinceReport(copy.db, findRound(copy.db, '2025')!, NOW + 1)).robustness).toEqual(first);
	copy.close();
	const ofRegion = (await findRegionReport('2025', '35.01'))!;
	expect(ofRegion.robustness).toEqual(first);
	const { medianRank, rankBand } = first.regions['35.01']!;
	const text = JSON.stringify(regionDocument(ofRegion, 'id'));
	expect(text).toContain(`median ${medianRank}, rentang 5–95 % ${rankBand[0]}–${rankBand[1]}`);
	const document = provinceDocument({ ...ofRegion, plans: {} }, 'id');
	expect(document.ranking.robustness).toContain(`terbagi menjadi ${first.groups.length} kelompok`);
	expect(document.ranking.rows.every(({ median, group }) => median !== '–' && group !== '–')).toBe(true);
});

test('a region that is not in the round has no report', () => {
	expect(findRegionReport('2026', '99.99')).toBeNull();
});

test('the report of a published round is final, the same on any day but for the time of printing', async () => {
	const read = async (now: number) => {
		const { now: _printed, ...rest } = (await findRegionReport('2025', '35.01', now))!;
		return rest;
	};
	const [first, later] = [await read(NOW), await read(NOW + 90 * 86_400_000)];
	expect(first).toMatchObject({ state: 'final', previous: null });
	expect(later).toEqual(first);
});

test('the province report has a plan for every region with a level and none for the others', async () => {
	const { plans, results } = await collectProvinceReport(connection.db, findRound(connection.db, '2026')!, NOW);
	for (const { region, score: shown } of results) expect(region.code in plans).toBe(shown.index !== null);
});

test('a report is of the moment it is asked for: what is saved while the ranking is worked out is not in it', async () => {
	const copy = await openDemo();
	const round = findRound(copy.db, '2026')!;
	const { assessment } = findAssessment(copy.db, MACHINE_VIEWER, 'assessment.read', {
		round: '2026',
		region: '35.78',
		agency: null
	})!;
	const [ofRegion, ofProvince] = [
		collectRegionReport(copy.db, assessment, NOW),
		collectProvinceReport(copy.db, round, NOW, { withEvidence: true })
	];
	copy.db.delete(answers).where(eq(answers.assessmentId, assessment.id)).run();
	for (const table of [rounds, assessments]) copy.db.update(table).set({ revision: 999 }).run();
	const { official, results, documentNumber } = await ofRegion;
	const asked = results.find(({ region }) => region.code === '35.78')!;
	expect(Object.keys(official)).toHaveLength(Object.keys(asked.answers).length);
	expect(asked.score.index).not.toBeNull();
	expect(documentNumber).toBe(`SIAP/2026/35.78/${assessment.revision}`);
	const { plans, evidenceTally, ...province } = await ofProvince;
	expect(province.results).toEqual(results);
	expect(plans).toHaveProperty(['35.78']);
	expect(evidenceTally!['35.78']!.answered).toBeGreaterThan(0);
	copy.close();
});
