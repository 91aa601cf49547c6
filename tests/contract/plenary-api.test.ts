import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { answers, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { addSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const decision = {
	level: 3,
	notApplicable: false,
	changeReason: 'new_evidence',
	reason: 'Dokumen ditunjukkan dalam sidang.',
	baseVersion: 0,
	requestId: 'putusan-1'
};
let session: number;
const put = (viewer: Viewer, body: object, indicator = 'A2') =>
	callApi(small.db, `/rounds/uji/plenary/sessions/${session}/decisions/35.01/${indicator}`, {
		viewer,
		method: 'PUT',
		body
	});

beforeEach(() => {
	const { db } = small;
	const { id } = db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const own = { assessmentId: id, indicator: 'A2', justification: '-', version: 1, updatedAt: NOW };
	db.insert(answers)
		.values([
			{ ...own, track: 'self', level: 4, updatedBy: 'pacitan' },
			{ ...own, track: 'assessor', level: 2, updatedBy: 'asesor' }
		])
		.run();
	db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.id, id)).run();
	db.update(rounds).set({ status: 'plenary' }).run();
	const input = { heldOn: '2026-10-02', place: 'Argopuro', chair: 'Kepala Diskominfo', number: '', attendees: [] };
	const added = addSession({ db, actor: PEOPLE.admin, now: NOW }, 'uji', input);
	if (added.kind !== 'saved') throw new Error(added.kind);
	session = added.session.id;
});

test('the agenda says what is disputed and how far the regions are, to those who may read it', async () => {
	const { body } = await callApi(small.db, '/rounds/uji/plenary', { viewer: PEOPLE.gubernur });
	expect(body).toMatchObject({
		items: [{ region: { code: '35.01' }, indicator: 'A2', kind: 'disputed', self: 4, assessor: 2, decided: false }],
		regions: [{ region: { code: '35.01' }, items: 1, open: 1 }]
	});
	for (const viewer of [PEOPLE.asesor, PEOPLE.pacitan])
		expect((await callApi(small.db, '/rounds/uji/plenary', { viewer })).status).toBe(403);
	const sessions = await callApi(small.db, '/rounds/uji/plenary/sessions', { viewer: PEOPLE.reviewer });
	expect(sessions.body).toMatchObject({ sessions: [{ id: session, decisions: 0, closedAt: null }] });
});

test('a decision sets the final answer; without a reason, on nothing disputed or by others it is refused in words', async () => {
	expect(await put(PEOPLE.reviewer, { ...decision, changeReason: null })).toMatchObject({ status: 422 });
	expect(await put(PEOPLE.reviewer, { ...decision, reason: ' ' })).toMatchObject({ status: 422 });
	expect(await put(PEOPLE.reviewer, decision, 'B1')).toMatchObject({
		status: 409,
		body: { type: 'urn:siap-satu-data:problem:decision_refused', detail: expect.stringContaining('agenda') as string }
	});
	expect((await put(PEOPLE.asesor, decision)).status).toBe(403);
	expect(await put(PEOPLE.reviewer, decision)).toMatchObject({
		status: 200,
		body: { version: 1, answer: { track: 'final', level: 3, changeReason: 'new_evidence' } }
	});
	expect(await put(PEOPLE.admin, { ...decision, level: 4, requestId: 'putusan-2' })).toMatchObject({
		status: 409,
		body: { current: { level: 3, version: 1 } }
	});
});

test('finalising over the API waits for the decision', async () => {
	const finalise = () =>
		callApi(small.db, '/rounds/uji/regions/35.01/steps', {
			viewer: PEOPLE.reviewer,
			method: 'POST',
			body: { step: 'finalise', seen: 0 }
		});
	expect(await finalise()).toMatchObject({
		status: 409,
		body: { detail: expect.stringContaining('belum diputuskan') as string }
	});
	await put(PEOPLE.reviewer, decision);
	expect(await finalise()).toMatchObject({ status: 200, body: { status: 'final' } });
});
