import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHeatChoice, readHeat } from '#lib/server/insight/patterns/heat.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { readRegionPlan } from '#lib/server/plans/plan/region-plan.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { GET as getHeat } from '../../src/routes/rounds/[round]/heat.csv/+server.ts';
import { GET as getAllPlans } from '../../src/routes/rounds/[round]/plan.csv/+server.ts';
import { GET as getPlan } from '../../src/routes/rounds/[round]/regions/[region]/plan.csv/+server.ts';
import { GET as getAnswers } from '../../src/routes/admin/exchange/[round]/answers.[format]/+server.ts';
import { assessmentOf } from '../support/shown/region-forms.ts';
import { callApi } from '../support/call-api.ts';
import { DEMO_NOW, openDemo } from '../support/demo-database.ts';
import { askPublic } from '../support/public-site.ts';
import { roundPage } from '../support/shown/round-forms.ts';
import { PEOPLE } from '../support/small-round.ts';

// Every table that is handed out for a spreadsheet set to Indonesian, opened as one opens it, holds the figures of its
// page.

const ROUND = '2026';
let connection: Connection;

beforeAll(async () => {
	connection = await openDemo();
}, 120_000);
afterAll(async () => {
	await closeWorkers();
	connection.close();
});

/** A cell as a spreadsheet set to Indonesian takes it: a point parts thousands, a comma decimals. */
function taken(cell: string): string | number | null {
	if (cell === '') return null;
	return /^-?\d[\d.]*(,\d+)?$/.test(cell) ? Number(cell.replaceAll('.', '').replace(',', '.')) : cell;
}

function opened(text: string): Record<string, string | number | null>[] {
	const rows: Record<string, string>[] = parse(text, { bom: true, delimiter: ';', columns: true });
	return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, taken(cell)])));
}

/** Text of an answer that begins with the mark of UTF-8, without which a spreadsheet takes it for a code page. */
async function markedText(response: Response): Promise<string> {
	const bytes = Buffer.from(await response.arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	return bytes.toString('utf8');
}

/** The table of a page, by its route. */
async function tableOf(get: (event: never) => unknown, params: object = {}) {
	const event = {
		locals: { db: connection.db, viewer: PEOPLE.admin, locale: 'id' },
		params: { round: ROUND, ...params },
		url: new URL('http://siap.contoh/tabel.csv?for=spreadsheet')
	};
	const response = (await get(event as never)) as Response;
	expect(response.headers.get('content-disposition')).toMatch(/-lembar-sebar\.csv"$/);
	return opened(await markedText(response));
}

const round = () => findRound(connection.db, ROUND)!;
const scored = () => listScored({ db: connection.db, actor: PEOPLE.admin }, round()).map(({ result }) => result);
const isFraction = (value: unknown) => typeof value === 'number' && !Number.isInteger(value);

test('heat', async () => {
	const { db } = connection;
	const choice = parseHeatChoice(new URLSearchParams(), roundInstrument(db, round(), 'region').instrument);
	const heat = await readHeat({ db, actor: PEOPLE.admin, now: DEMO_NOW, locale: 'id' } as never, round(), choice);
	const rows = await tableOf(getHeat);
	expect(rows.map((row) => row.index)).toEqual(heat.rows.map(({ index }) => index));
	for (const [at, row] of rows.entries())
		expect(heat.domains.map(({ code }) => row[`domain_${code}`])).toEqual(heat.rows[at]!.domains);
	expect(rows.filter(({ index }) => isFraction(index)).length).toBeGreaterThan(30);
	const page = await roundPage(db, ROUND, 'heat');
	for (const { index } of rows) if (index !== null) expect(page).toContain(formatIndex(index as number, 'id'));
	for (const use of ['', '&amp;for=spreadsheet'])
		expect(page.replace('?&amp;', '?')).toContain(`heat.csv${use && '?for=spreadsheet'}"`);
});

test('scores', async () => {
	const { text } = await callApi(connection.db, `/rounds/${ROUND}/scores.csv?for=spreadsheet`, {
		viewer: PEOPLE.admin
	});
	const rows = opened(text);
	const results = scored();
	expect(rows.map((row) => [row.index, row.completeness])).toEqual(results.map((one) => [one.index, one.completeness]));
	for (const [at, { domains }] of results.entries())
		for (const [code, value] of Object.entries(domains)) expect(rows[at]![`domain_${code}`]).toBe(value);
	const wrong = await callApi(connection.db, `/rounds/${ROUND}/scores.csv?for=excel`, { viewer: PEOPLE.admin });
	expect(wrong.status).toBe(400);
});

test('public data', async () => {
	const { db } = connection;
	const shown = (await (await askPublic(db, '/p/2025/data.json')).json()) as { rows: Record<string, unknown>[] };
	const rows = opened(await markedText(await askPublic(db, '/p/2025/data.csv?for=spreadsheet')));
	expect(rows.map(({ index, rank, domain_A }) => [index, rank, domain_A])).toEqual(
		shown.rows.map(({ index, rank, domain_A }) => [index, rank, domain_A])
	);
	expect(rows.filter(({ index }) => isFraction(index)).length).toBeGreaterThan(30);
});

test('plan of a region and of all', async () => {
	const { db } = connection;
	const assessment = assessmentOf(db, ROUND, '35.07');
	const choice = parsePlanChoice(new URLSearchParams(), round(), assessment.stored.instrument);
	const { plan } = readRegionPlan({ db, now: Date.now(), locale: 'id' }, assessment, choice);
	const rows = await tableOf(getPlan, { region: '35.07' });
	expect(rows.map((row) => [row.effort_person_days, row.from_level, row.ends_on])).toEqual(
		plan!.rows.map(({ effort, from, endsOn }) => [effort, from, endsOn])
	);
	const { steps } = await readProvincePlan({ db, now: Date.now(), locale: 'id' }, round(), {
		lead: null,
		domain: null
	} as never);
	expect((await tableOf(getAllPlans)).map((row) => [row.effort_person_days, row.region_count])).toEqual(
		steps.map(({ effort, regions }) => [effort, regions.length])
	);
});

test('answers, on the page of exchange and by the API', async () => {
	const { db } = connection;
	const expected = exportRows(db, PEOPLE.admin, round()).map(({ indicator, level, version }) => [
		indicator,
		level,
		version
	]);
	const { text } = await callApi(db, `/rounds/${ROUND}/export.csv?for=spreadsheet`, { viewer: PEOPLE.admin });
	for (const rows of [opened(text), await tableOf(getAnswers, { format: 'csv' })])
		expect(rows.map(({ indicator, level, version }) => [indicator, level, version])).toEqual(expected);
});
