import { expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { callApi } from '../support/call-api.ts';
import { PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const ADDRESS = '/rounds/uji/regions/35.01/steps';
const take = (viewer: Viewer | null, body: object) => callApi(small.db, ADDRESS, { viewer, method: 'POST', body });
const answerFirst = () =>
	callApi(small.db, '/rounds/uji/regions/35.01/answers/A1', {
		viewer: PEOPLE.pacitan,
		method: 'PUT',
		body: {
			track: 'self',
			level: 2,
			notApplicable: false,
			justification: 'Perbup',
			baseVersion: 0,
			requestId: 'permintaan-1'
		}
	});

test('a step shows who took it when, and a refused one says why in words', async () => {
	await answerFirst();
	const { body } = await callApi(small.db, ADDRESS, { viewer: PEOPLE.pacitan });
	expect(body).toMatchObject({
		status: 'self_assessment',
		possible: ['submit'],
		steps: [{ n: 1, step: 'start', from: 'not_started', to: 'self_assessment', by: 'PACITAN' }]
	});
	const refused = await take(PEOPLE.pacitan, { step: 'submit', seen: 1 });
	expect(refused).toMatchObject({
		status: 409,
		body: {
			type: 'urn:siap-satu-data:problem:step_refused',
			detail: 'Masih ada indikator yang belum dijawab. Lengkapi semuanya, lalu kirim.'
		}
	});
	expect(await take(PEOPLE.asesor, { step: 'finish', seen: 1 })).toMatchObject({
		status: 409,
		body: { detail: expect.stringContaining('Penilaian mandiri') as string }
	});
});

test('who saw an older step is told of the newer one, and nothing moves', async () => {
	await answerFirst();
	const step = { step: 'assess_directly', reason: 'Wilayah meminta dinilai langsung.' };
	expect(await take(PEOPLE.asesor, { ...step, seen: 1 })).toMatchObject({ status: 200, body: { status: 'in_review' } });
	expect(await take(PEOPLE.admin, { step: 'return', reason: 'Belum waktunya', seen: 1 })).toMatchObject({
		status: 409,
		body: {
			type: 'urn:siap-satu-data:problem:step_overtaken',
			detail: expect.stringContaining('ASESOR mengambil langkah “Dinilai langsung”') as string
		}
	});
});

test('steps are for those they belong to', async () => {
	await answerFirst();
	expect(await take(null, { step: 'submit', seen: 1 })).toMatchObject({ status: 401 });
	for (const viewer of [PEOPLE.asesor, PEOPLE.surabaya, PEOPLE.gubernur, PEOPLE.reviewer])
		expect(await take(viewer, { step: 'submit', seen: 1 })).toMatchObject({ status: 403 });
	expect(await take(PEOPLE.pacitan, { step: 'fly', seen: 1 })).toMatchObject({ status: 422 });
});
