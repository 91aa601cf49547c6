import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments, users } from '#lib/server/foundation/db/schema.ts';
import { drawDouble, previewDraw } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const second: Viewer = { ...PEOPLE.asesor, id: 'kedua', username: 'kedua', displayName: 'KEDUA' };
const SECRET = 'Rahasia asesor pertama';
const TASK = '/rounds/uji/double/tasks/35.01/A1';
const score = { level: 3, notApplicable: false, justification: 'Perbup terbaca', baseVersion: 0 };
const put = (viewer: Viewer, body: object) => callApi(small.db, TASK, { viewer, method: 'PUT', body });

beforeEach(() => {
	const { db } = small;
	db.insert(users)
		.values({ ...second, passwordHash: '-', createdAt: NOW })
		.run();
	db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.01')).run();
	const key = { round: 'uji', region: '35.01', agency: null };
	const first = { track: 'assessor', level: 5, notApplicable: false, baseVersion: 0, requestId: 'pertama-1' } as const;
	writeAnswer({ db, actor: PEOPLE.asesor, now: NOW }, key, 'A1', { ...first, justification: SECRET });
	const input = { regions: 1, indicators: 40, seed: 'uji' };
	drawDouble(
		{ db, actor: PEOPLE.admin, now: NOW },
		'uji',
		input,
		previewDraw(db, findRound(db, 'uji')!, input).fingerprint
	);
});

test('the second assessor gets the tasks without a word of the first, here and in every other call', async () => {
	const { status, body, text } = await callApi(small.db, '/rounds/uji/double/tasks', { viewer: second });
	expect(status).toBe(200);
	expect((body as { tasks: { items: unknown[] }[] }).tasks[0]!.items).toHaveLength(40);
	expect(text).not.toContain(SECRET);
	for (const address of [
		'/rounds/uji/scores',
		'/rounds/uji/scores.csv',
		'/rounds/uji/export.csv',
		'/rounds/uji/export.json'
	])
		expect((await callApi(small.db, address, { viewer: second })).text, address).not.toMatch(/35\.01|Rahasia/);
	for (const address of [
		'/rounds/uji/regions/35.01',
		'/rounds/uji/regions/35.01/plan',
		'/rounds/uji/regions/35.01/steps'
	])
		expect((await callApi(small.db, address, { viewer: second })).status, address).toBe(403);
	expect((await callApi(small.db, '/rounds/uji/double/results', { viewer: second })).status).toBe(403);
});

test('the first assessor is not shown the second scores, and the result does not count them', async () => {
	const before = (await callApi(small.db, '/rounds/uji/regions/35.01', { viewer: PEOPLE.asesor })).text;
	expect(await put(second, score)).toMatchObject({
		status: 200,
		body: { indicator: 'A1', own: { level: 3, version: 1 } }
	});
	expect((await callApi(small.db, '/rounds/uji/regions/35.01', { viewer: PEOPLE.asesor })).text).toBe(before);
	const tasks = await callApi(small.db, '/rounds/uji/double/tasks', { viewer: PEOPLE.asesor });
	expect(tasks.body).toMatchObject({ tasks: [] });
});

test('a stale score answers 409 with what stands, a wrong one 422, somebody else’s 404', async () => {
	await put(second, score);
	expect(await put(second, { ...score, level: 4 })).toMatchObject({
		status: 409,
		body: { type: 'urn:siap-satu-data:problem:stale_version', current: { level: 3, version: 1 } }
	});
	expect((await put(second, { ...score, level: 7, baseVersion: 1 })).status).toBe(422);
	expect((await put(PEOPLE.asesor, score)).status).toBe(404);
	expect((await put(PEOPLE.reviewer, score)).status).toBe(403);
});

test('administrators and reviewers get the agreement', async () => {
	await put(second, score);
	const { body } = await callApi(small.db, '/rounds/uji/double/results', { viewer: PEOPLE.reviewer });
	expect(body).toMatchObject({
		sample: { seed: 'uji', closedAt: null },
		items: 40,
		scored: 1,
		overall: { n: 1, same: 0, kappa: null, why: 'few' },
		pairs: [{ label: 'ASESOR × KEDUA' }]
	});
	expect((await callApi(small.db, '/rounds/uji/double/results?sample=99', { viewer: PEOPLE.admin })).status).toBe(404);
});

test('an administrator closes a sample and draws the next one; nobody else does', async () => {
	const send = (viewer: Viewer, path: string, body?: object) =>
		callApi(small.db, `/rounds/uji/double/samples${path}`, { viewer, method: 'POST', body });
	const input = { regions: 1, indicators: 3, seed: 'kedua' };
	for (const viewer of [PEOPLE.reviewer, PEOPLE.asesor, PEOPLE.pacitan, PEOPLE.gubernur])
		expect([(await send(viewer, '', input)).status, (await send(viewer, '/1/close')).status]).toEqual([403, 403]);
	expect((await send(PEOPLE.admin, '', input)).text).toContain('Masih ada sampel yang sedang dinilai');
	expect((await send(PEOPLE.admin, '/99/close')).status).toBe(404);
	const closed = await send(PEOPLE.admin, '/1/close');
	expect(closed.status).toBe(200);
	expect((closed.body as { sample: { closedAt: string | null } }).sample.closedAt).not.toBeNull();
	expect(await send(PEOPLE.admin, '/1/close')).toMatchObject({
		status: 409,
		body: { type: 'urn:siap-satu-data:problem:sample_refused' }
	});
	expect((await send(PEOPLE.admin, '', { ...input, regions: 0 })).status).toBe(422);
	const drawn = (await send(PEOPLE.admin, '', input)).body as { regions: string[]; indicators: string[] };
	expect(drawn.regions).toEqual(['35.01']);
	expect(drawn.indicators).toHaveLength(3);
	const tasks = await callApi(small.db, '/rounds/uji/double/tasks', { viewer: second });
	expect((tasks.body as { tasks: { items: unknown[] }[] }).tasks[0]!.items).toHaveLength(3);
});
