import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'csv-parse/sync';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { renderWord } from '#lib/server/documents/word/render-word.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { listOwnReminders } from '#lib/server/fieldwork/reminders/list-reminders.ts';
import { writeDigest } from '#lib/server/fieldwork/reminders/digest-mail.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { GET as getPlanCsv } from '../../src/routes/rounds/[round]/regions/[region]/plan.csv/+server.ts';
import { GET as getAllCsv } from '../../src/routes/rounds/[round]/plan.csv/+server.ts';
import { callApi } from '../support/call-api.ts';
import { DEMO_NOW, openDemo } from '../support/demo-database.ts';
import { pdfText, wordText } from '../support/shown/document-text.ts';
import { markup, plain } from '../support/shown/html.ts';
import { unescapeXml } from '../support/unzip.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { differences, type Forms, type Kinds, spoiled, unread } from '../support/shown/figures.ts';
import { fromPlanOfAll, fromPlanOfAllCsv, fromPlanOfAllPage, fromRegionsOfPlan } from '../support/shown/plan-of-all.ts';
import { fromPlan, fromPlanCsv, fromPlanDocument, fromPlanPage } from '../support/shown/plan.ts';
import { assessmentOf } from '../support/shown/region-forms.ts';
import { fromRegionReport } from '../support/shown/region-report.ts';
import { roundPage } from '../support/shown/round-forms.ts';
import { renderRoute } from '../support/render-route.ts';
import { PEOPLE } from '../support/small-round.ts';

const LIMIT = 300_000;
/** One that has answered half, and two that have answered all. */
const SOME = ['35.01', '35.07', '35.16'];

const OF_PLAN: Kinds = {
	planSteps: { 'page api csv pdfDocument word pdfOfAll': 3 },
	planEffort: { 'page api csv pdfDocument word pdfOfAll': 3 },
	planTotal: { 'api pdfDocument': 3 },
	planLate: { 'page api pdfDocument pdfOfAll': 2 },
	planNow: { 'page api pdfDocument word': 3 },
	planDeadline: { 'page pdfDocument word': 3 },
	planAtDeadline: { 'page api pdfDocument word': 3 },
	planSoFar: { 'page pdfDocument': 1 },
	planEnd: { 'page api pdfDocument word': 3 },
	planAtEnd: { 'page api pdfDocument word': 3 },
	stepsEnd: { 'api pdfOfAll': 3 },
	stepNumber: { 'page api csv': 3 },
	stepEffort: { 'page api csv pdfDocument': 3 },
	stepStart: { 'page api csv pdfDocument': 3 },
	stepEnd: { 'page api csv pdfDocument': 3 },
	stepWeeks: { 'page api csv': 3 }
};

const OF_ALL: Kinds = {
	kinds: { 'page pdfDocument csv': 1 },
	effort: { 'page pdfDocument csv': 1 },
	kindEffort: { 'page csv': 1 }
};

let connection: Connection;
let round: Round;
let plans: Record<string, Forms>;
let whole: Forms;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: DEMO_NOW });
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
	const ofAll = await pdfDocumentText(null);
	plans = {};
	for (const code of SOME) plans[code] = await planForms(code, ofAll);
	whole = {
		page: fromPlanOfAllPage(await roundPage(connection.db, '2026', 'plan')),
		pdfDocument: fromPlanOfAll(ofAll),
		csv: fromPlanOfAllCsv(await csvOf(getAllCsv, {}))
	};
}, LIMIT);

afterAll(async () => {
	vi.useRealTimers();
	await closeWorkers();
	connection.close();
});

/** The plan as a document; null = that of all regions. */
async function pdfDocumentText(region: string | null): Promise<string> {
	const { instrument } = assessmentOf(connection.db, '2026', SOME[0]!).stored;
	const choice = parsePlanChoice(new URLSearchParams(), round, instrument);
	return pdfText(await renderPdf('plan', (await collectPlan(connection.db, round, { region, choice }, DEMO_NOW))!));
}

/** A table that is offered beside a page. */
async function csvOf(get: (event: never) => unknown, params: object): Promise<Record<string, string>[]> {
	const event = {
		locals: { db: connection.db, viewer: PEOPLE.admin, locale: 'id' },
		params: { round: '2026', ...params },
		url: new URL('http://siap.contoh/plan.csv')
	};
	const response = (await get(event as never)) as Response;
	return parse(await response.text(), { columns: true, bom: true });
}

async function planForms(code: string, ofAll: string): Promise<Forms> {
	const { db } = connection;
	const assessment = assessmentOf(db, '2026', code);
	const data = await collectRegionReport(db, assessment, DEMO_NOW);
	const { body } = await callApi(db, `/rounds/2026/regions/${code}/plan`, { viewer: PEOPLE.admin });
	const word = fromRegionReport(
		assessment.stored.instrument,
		wordText(await renderWord({ kind: 'region', data, locale: 'id' }))
	);
	return {
		page: fromPlanPage(await roundPage(db, '2026', 'regions/[region]/plan', { params: { region: code } })),
		api: fromPlan((body as { plan: Plan }).plan),
		csv: fromPlanCsv(await csvOf(getPlanCsv, { region: code })),
		pdfDocument: fromPlanDocument(await pdfDocumentText(code)),
		word: Object.fromEntries(Object.entries(word).filter(([key]) => key.startsWith('plan'))),
		pdfOfAll: fromRegionsOfPlan(shortName(assessment.region), ofAll)
	};
}

test('all forms of a plan say the same of it', () => {
	for (const code of SOME) expect(differences(plans[code]!), code).toEqual([]);
	expect(unread(OF_PLAN, Object.values(plans))).toEqual([]);
});

test('page, document and table say the same of the plan of all regions', () => {
	expect(differences(whole)).toEqual([]);
	expect(unread(OF_ALL, [whole])).toEqual([]);
});

test('page, e-mail and WhatsApp say the same of what a person is reminded of', async () => {
	const { db } = connection;
	const shown = await roundPage(db, '2026', 'reminders');
	const people = db.select({ id: users.id, username: users.username, name: users.displayName }).from(users).all();
	let compared = 0;
	for (const person of people) {
		const list = listOwnReminders(db, { ...PEOPLE.admin, id: person.id }, 'id').filter(({ seenAt }) => seenAt === null);
		if (list.length === 0) continue;
		const asked = { origin: 'http://siap.contoh', today: '2026-08-03', locale: 'id' as const };
		const mail = writeDigest(person, list, asked);
		const own = plain(markup(await ownReminders(person.id)));
		for (const { sentence } of list) {
			expect(own).toContain(sentence);
			expect(mail.text).toContain(sentence);
			expect(unescapeXml(mail.html)).toContain(sentence);
			expect(unescapeXml(shown)).toContain(sentence);
		}
		expect(mail.subject).toContain(`${list.length} pengingat`);
		expect(own).toContain(`${list.length} pengingat`);
		compared += list.length;
	}
	expect(compared).toBeGreaterThan(5);
});

function ownReminders(id: string): Promise<string> {
	const viewer = { ...PEOPLE.admin, id };
	return renderRoute({ db: connection.db, viewer, route: 'reminders', params: {}, address: '/reminders' });
}

describe('the comparison notices', () => {
	test.each([...Object.keys(OF_PLAN), ...Object.keys(OF_ALL)])('%s that one form alone says otherwise', (kind) => {
		const cases = spoiled(kind, kind in OF_PLAN ? Object.values(plans) : [whole]);
		const named = Object.keys((OF_PLAN[kind] ?? OF_ALL[kind])!).flatMap((list) => list.split(' '));
		expect(cases).toHaveLength(named.length - 1);
		for (const { forms, expected } of cases) expect(differences(forms)).toEqual(expected);
	});
});
