import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { assessments, assignments } from '#lib/server/foundation/db/schema.ts';
import { callApi } from '../support/call-api.ts';
import { PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const ADDRESS = '/rounds/uji/control';

test('a round in which nothing was done promises no date', async () => {
	const { status, body } = await callApi(small.db, ADDRESS, { viewer: PEOPLE.gubernur });
	expect(status).toBe(200);
	expect(body).toMatchObject({
		round: 'uji',
		done: 0,
		outlook: { kind: 'unknown' },
		lateIfPaceStays: 3,
		curve: { forecast: [] },
		agencies: { total: 1, assessed: 0 },
		assessors: [{ username: 'asesor', regions: 1, assessed: 0, left: 1, pace: null, forecast: null }]
	});
});

test('a region says whom it waits for and why it is late', async () => {
	const { body } = await callApi(small.db, ADDRESS, { viewer: PEOPLE.reviewer });
	const { regions } = body as { regions: { region: { code: string } }[] };
	expect(regions.map(({ region }) => region.code)).toEqual(['35', '35.01', '35.78']);
	expect(regions[1]).toMatchObject({
		status: 'not_started',
		waitsFor: 'region',
		since: '2026-09-01',
		assessors: ['ASESOR']
	});
	expect(regions[2]).toMatchObject({ assessors: [], reasons: expect.arrayContaining(['no_assessor']) as string[] });
});

test('an assessed round says when it was done', async () => {
	const at = Date.UTC(2026, 9, 5, 3);
	small.db.update(assessments).set({ status: 'assessed', statusChangedAt: at, statusChangedBy: 'asesor' }).run();
	small.db.delete(assignments).where(eq(assignments.regionCode, '35.01')).run();
	const { body } = await callApi(small.db, ADDRESS, { viewer: PEOPLE.admin });
	expect(body).toMatchObject({ done: 1, outlook: { kind: 'done', date: '2026-10-05' }, lateIfPaceStays: 0 });
	const { regions } = body as { regions: { reasons: string[]; waitsFor: string }[] };
	expect(regions.every(({ reasons, waitsFor }) => reasons.length === 0 && waitsFor === 'plenary')).toBe(true);
});

test('it is for those who steer or look on', async () => {
	for (const viewer of [PEOPLE.asesor, PEOPLE.pacitan, PEOPLE.dinkes])
		expect((await callApi(small.db, ADDRESS, { viewer })).status).toBe(403);
	expect((await callApi(small.db, ADDRESS)).status).toBe(401);
	expect((await callApi(small.db, '/rounds/tidak-ada/control', { viewer: PEOPLE.admin })).status).toBe(404);
});
