import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { callApi } from '../support/call-api.ts';
import { PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const LIST = '/rounds/uji/clarifications';
const REGION = '/rounds/uji/regions/35.01';
const ID = 'tanya-lampiran';

beforeEach(() => {
	small.db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.01')).run();
	// the calls take the time of the day, so the round must last
	small.db.update(rounds).set({ endsOn: '2999-12-31' }).run();
});

const ask = (viewer: Viewer | null, more: object = {}, address = `${REGION}/clarifications`) =>
	callApi(small.db, address, {
		viewer,
		method: 'POST',
		body: { indicator: 'A1', body: 'Di halaman berapa?', requestId: ID, ...more }
	});
const take = (viewer: Viewer | null, step: string, more: object = {}) =>
	callApi(small.db, `${LIST}/${ID}/steps`, {
		viewer,
		method: 'POST',
		body: { step, body: 'Halaman 4.', seen: 1, requestId: `${step}-pertama`, ...more }
	});

test('two people walk a question from asked over answered to settled', async () => {
	expect(await ask(PEOPLE.asesor)).toMatchObject({
		status: 200,
		body: {
			id: ID,
			region: '35.01',
			state: 'asked',
			waitsForYou: false,
			messages: [{ n: 1, kind: 'ask', by: 'ASESOR' }]
		}
	});
	expect(await callApi(small.db, REGION, { viewer: PEOPLE.pacitan })).toMatchObject({
		body: { status: 'clarification' }
	});
	expect(await callApi(small.db, LIST, { viewer: PEOPLE.pacitan })).toMatchObject({
		body: { clarifications: [{ id: ID, waitsForYou: true }] }
	});
	expect(await take(PEOPLE.pacitan, 'answer')).toMatchObject({ status: 200, body: { state: 'answered' } });
	expect(await callApi(small.db, REGION, { viewer: PEOPLE.pacitan })).toMatchObject({ body: { status: 'in_review' } });
	expect(await take(PEOPLE.asesor, 'settle', { seen: 2, body: '' })).toMatchObject({
		status: 200,
		body: { state: 'settled', messages: [{ kind: 'ask' }, { kind: 'answer', body: 'Halaman 4.' }, { kind: 'settle' }] }
	});
});

test('what is refused says why in words', async () => {
	expect(await ask(PEOPLE.asesor, { dueOn: '2020-01-01' })).toMatchObject({
		status: 422,
		body: { detail: expect.stringContaining('Tanggal jawaban harus antara') as string, errors: [{ field: 'dueOn' }] }
	});
	expect(await ask(PEOPLE.asesor, { indicator: 'Z1' })).toMatchObject({
		status: 422,
		body: { detail: expect.stringContaining('"Z1"') as string }
	});
	expect(await ask(PEOPLE.asesor, { body: '' })).toMatchObject({ status: 422, body: { errors: [{ field: 'body' }] } });
	expect(await ask(PEOPLE.asesor, { note: 'rahasia' })).toMatchObject({ status: 422 });
	expect(await ask(PEOPLE.reviewer, {}, '/rounds/uji/regions/35.78/clarifications')).toMatchObject({
		status: 409,
		body: {
			detail:
				'Klarifikasi dapat diminta setelah wilayah mengirim penilaian mandirinya. Sekarang statusnya “Belum dimulai”.'
		}
	});
	await ask(PEOPLE.asesor);
	expect(await take(PEOPLE.asesor, 'settle')).toMatchObject({
		status: 409,
		body: { type: 'urn:siap-satu-data:problem:step_refused' }
	});
	await take(PEOPLE.pacitan, 'answer');
	expect(await take(PEOPLE.asesor, 'ask_again')).toMatchObject({
		status: 409,
		body: {
			type: 'urn:siap-satu-data:problem:step_overtaken',
			detail: expect.stringContaining('PACITAN mengambil langkah “Menjawab”') as string
		}
	});
	expect(await take(PEOPLE.asesor, 'ask_again', { seen: 2, dueOn: 'besok' })).toMatchObject({ status: 422 });
});

test('each call is for those it belongs to, and a thread of others looks like none', async () => {
	const { asesor, pacitan, surabaya, dinkes, gubernur, admin, reviewer } = PEOPLE;
	expect(await ask(null)).toMatchObject({ status: 401 });
	for (const viewer of [pacitan, surabaya, dinkes, gubernur, admin])
		expect(await ask(viewer)).toMatchObject({ status: 403 });
	await ask(asesor);
	for (const viewer of [asesor, pacitan, admin, reviewer])
		expect(await callApi(small.db, `${LIST}/${ID}`, { viewer })).toMatchObject({ status: 200, body: { id: ID } });
	for (const viewer of [surabaya, dinkes]) {
		expect(await callApi(small.db, LIST, { viewer })).toMatchObject({ status: 200, body: { clarifications: [] } });
		expect(await callApi(small.db, `${LIST}/${ID}`, { viewer })).toMatchObject({ status: 404 });
		expect(await take(viewer, 'answer')).toMatchObject({ status: 403 });
	}
	for (const address of [LIST, `${LIST}/${ID}`])
		expect(await callApi(small.db, address, { viewer: gubernur })).toMatchObject({ status: 403 });
	expect(await callApi(small.db, `${LIST}/tidak-ada`, { viewer: asesor })).toMatchObject({ status: 404 });
	expect(await callApi(small.db, '/rounds/1900/clarifications', { viewer: asesor })).toMatchObject({ status: 404 });
	expect(await ask(asesor, {}, '/rounds/uji/regions/99.99/clarifications')).toMatchObject({ status: 404 });
});
