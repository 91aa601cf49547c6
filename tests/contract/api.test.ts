import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { answers, assessments, assignments, auditLog } from '#lib/server/foundation/db/schema.ts';
import { callApi } from '../support/call-api.ts';
import { publishRound } from '../support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const get = (address: string, viewer: Viewer | null = PEOPLE.admin, headers?: Record<string, string>) =>
	callApi(small.db, address, { viewer, headers });

const WRITE = {
	track: 'self',
	level: 3,
	notApplicable: false,
	justification: 'Perbup 12/2024',
	baseVersion: 0,
	requestId: 'permintaan-1'
};
const put = (region: string, indicator: string, viewer: Viewer | null, body: object = WRITE) =>
	callApi(small.db, `/rounds/uji/regions/${region}/answers/${indicator}`, { viewer, method: 'PUT', body });

describe('who is let in', () => {
	test('health needs no login, everything else does', async () => {
		expect(await get('/health', null)).toMatchObject({ status: 200, body: { status: 'ok', database: 'ok' } });
		for (const address of ['/rounds', '/rounds/uji/scores', '/rounds/uji/regions/35.01', '/instruments/ikid']) {
			const { status, headers, body } = await get(address, null);
			expect({ address, status }).toEqual({ address, status: 401 });
			expect(headers.get('content-type')).toBe('application/problem+json');
			expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
			expect(body).toMatchObject({ type: 'urn:siap-satu-data:problem:not_logged_in', instance: `/api/v1${address}` });
		}
	});

	test('scores hold only what the viewer may read', async () => {
		const codes = async (viewer: Viewer, unit = 'region') => {
			const { body } = await get(`/rounds/uji/scores?unit=${unit}`, viewer);
			return (body as { scores: { region: { code: string } }[] }).scores.map(({ region }) => region.code);
		};
		expect(await codes(PEOPLE.admin)).toEqual(['35', '35.01', '35.78']);
		expect(await codes(PEOPLE.gubernur)).toEqual(['35', '35.01', '35.78']);
		expect(await codes(PEOPLE.asesor)).toEqual(['35.01']);
		expect(await codes(PEOPLE.pacitan)).toEqual(['35.01']);
		expect(await codes(PEOPLE.dinkes)).toEqual([]);
		expect(await codes(PEOPLE.dinkes, 'agency')).toEqual(['35.78']);
		expect(await codes(PEOPLE.pacitan, 'agency')).toEqual([]);
	});

	test('a published round is open to everybody who is logged in', async () => {
		publishRound(small.db, 'uji', NOW);
		expect(await get('/rounds/uji/regions/35.78', PEOPLE.pacitan)).toMatchObject({ status: 200 });
	});

	test('another region is forbidden, to read and to write', async () => {
		expect(await get('/rounds/uji/regions/35.78', PEOPLE.pacitan)).toMatchObject({ status: 403 });
		expect(await get('/rounds/uji/regions/35.78/plan', PEOPLE.asesor)).toMatchObject({ status: 403 });
		expect(await put('35.78', 'A1', PEOPLE.pacitan)).toMatchObject({ status: 403 });
		expect(await put('35.78', 'A1', PEOPLE.asesor, { ...WRITE, track: 'assessor' })).toMatchObject({ status: 403 });
		expect(small.db.select().from(answers).all()).toEqual([]);
	});

	test('nobody writes on a track that is not theirs', async () => {
		expect(await put('35.01', 'A1', PEOPLE.pacitan, { ...WRITE, track: 'assessor' })).toMatchObject({ status: 403 });
		expect(await put('35.01', 'A1', PEOPLE.asesor)).toMatchObject({ status: 403 });
		expect(await put('35.01', 'A1', PEOPLE.asesor, { ...WRITE, track: 'final' })).toMatchObject({ status: 403 });
		expect(await put('35.01', 'A1', PEOPLE.admin)).toMatchObject({ status: 403 });
		expect(await put('35.01', 'A1', PEOPLE.reviewer)).toMatchObject({ status: 403 });
	});

	test('a write that another site caused is refused, one with a token is not', async () => {
		const address = '/rounds/uji/regions/35.01/answers/A1';
		const send = (headers: Record<string, string>) =>
			callApi(small.db, address, { viewer: PEOPLE.pacitan, method: 'PUT', body: WRITE, headers });
		expect(await send({ origin: 'https://jahat.contoh' })).toMatchObject({ status: 403 });
		expect(await send({ origin: 'null' })).toMatchObject({ status: 403 });
		expect(await send({ origin: 'https://skrip.contoh', authorization: 'Bearer x' })).toMatchObject({ status: 200 });
	});
});

describe('writing an answer', () => {
	test('gives back version, answer and the result that follows from it', async () => {
		const { status, body } = await put('35.01', 'A1', PEOPLE.pacitan);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			version: 1,
			answer: { indicator: 'A1', track: 'self', level: 3, justification: 'Perbup 12/2024', version: 1 },
			result: {
				region: { code: '35.01', name: 'Kabupaten Pacitan', type: 'kabupaten' },
				status: 'self_assessment',
				track: 'self',
				index: 3,
				provisional: true,
				predicate: null, // completeness is under 50 %
				readinessClass: null,
				domains: { A: 3, B: null },
				gates: { A1: 3, B2: null }
			}
		});
		expect((body as { result: { completeness: number } }).result.completeness).toBeCloseTo(0.15 * 0.25, 12);
		const read = await get('/rounds/uji/regions/35.01', PEOPLE.pacitan);
		expect(read.body).toEqual({
			...(body as { result: object }).result,
			answers: [(body as { answer: object }).answer]
		});
	});

	test('twice the same request is the same as once', async () => {
		const first = await put('35.01', 'A1', PEOPLE.pacitan);
		const second = await put('35.01', 'A1', PEOPLE.pacitan);
		expect(second.status).toBe(200);
		expect(second.text).toBe(first.text);
		expect(small.db.select().from(answers).get()?.version).toBe(1);
	});

	test('a stale version changes nothing and hands back what stands', async () => {
		await put('35.01', 'A1', PEOPLE.pacitan);
		const { status, body } = await put('35.01', 'A1', PEOPLE.pacitan, {
			...WRITE,
			level: 5,
			requestId: 'permintaan-2'
		});
		expect(status).toBe(409);
		expect(body).toMatchObject({
			type: 'urn:siap-satu-data:problem:stale_version',
			current: { level: 3, version: 1, updatedBy: 'PACITAN' }
		});
		expect(small.db.select().from(answers).get()?.level).toBe(3);
	});

	test('an agency answers its own form', async () => {
		const address = '/rounds/uji/regions/35.78/agencies/opd-dinkes';
		const call = { viewer: PEOPLE.dinkes, method: 'PUT', body: WRITE };
		const { status, body } = await callApi(small.db, `${address}/answers/C2`, call);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			result: { agency: { id: 'opd-dinkes', name: 'Dinas Kesehatan' }, domains: { C: 3 } }
		});
		expect(await get(address, PEOPLE.surabaya)).toMatchObject({ status: 200 });
		expect(await get(address, PEOPLE.pacitan)).toMatchObject({ status: 403 });
		expect(await get(`${address}x`, PEOPLE.admin)).toMatchObject({ status: 404 });
	});

	test.each([
		['level', { level: 9 }, 'level'],
		['level as text', { level: '3' }, 'level'],
		['missing field', { justification: undefined }, 'justification'],
		['unknown field', { catatan: 'x' }, 'catatan'],
		['too long', { justification: 'x'.repeat(10_001) }, 'justification'],
		['not applicable where it must apply', { level: null, notApplicable: true }, 'notApplicable']
	])('faulty content names its field: %s', async (_name, change, field) => {
		const { status, body } = await put('35.01', 'A1', PEOPLE.pacitan, { ...WRITE, ...change });
		expect(status).toBe(422);
		expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field]);
		expect((body as { detail: string }).detail).toMatch(/Perbaiki bagian itu/);
	});

	test('a request id serves one write only', async () => {
		await put('35.01', 'A1', PEOPLE.pacitan);
		expect(await put('35.01', 'A2', PEOPLE.pacitan)).toMatchObject({
			status: 422,
			body: { errors: [{ field: 'requestId' }] }
		});
	});

	test('a submitted assessment takes no answers of its region', async () => {
		small.db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.01')).run();
		const { status, body } = await put('35.01', 'A1', PEOPLE.pacitan);
		expect(status).toBe(409);
		expect(body).toMatchObject({ type: 'urn:siap-satu-data:problem:track_closed' });
		expect((body as { detail: string }).detail).toContain('Terkirim');
	});

	test('a body that is no JSON, of another type or too large is refused in so many words', async () => {
		const send = (body: string, type: string) =>
			callApi(small.db, '/rounds/uji/regions/35.01/answers/A1', {
				viewer: PEOPLE.pacitan,
				method: 'PUT',
				body,
				headers: { 'content-type': type }
			});
		expect(await send('{"track":', 'application/json')).toMatchObject({ status: 400 });
		expect(await send(JSON.stringify(WRITE), 'text/plain')).toMatchObject({ status: 415 });
		expect(await send(`{"x":"${'x'.repeat(200_000)}"}`, 'application/json')).toMatchObject({ status: 413 });
		expect(
			small.db
				.select()
				.from(auditLog)
				.all()
				.filter(({ action }) => action === 'answer.save')
		).toEqual([]);
	});
});

describe('reading', () => {
	test('scores carry a tag and are sent again only after a change', async () => {
		const first = await get('/rounds/uji/scores');
		const etag = first.headers.get('etag')!;
		const same = await get('/rounds/uji/scores', PEOPLE.gubernur, { 'if-none-match': `W/${etag}` });
		expect(same).toMatchObject({ status: 304, text: '' });
		await put('35.01', 'A1', PEOPLE.pacitan);
		const changed = await get('/rounds/uji/scores', PEOPLE.admin, { 'if-none-match': etag });
		expect(changed.status).toBe(200);
		expect(changed.body).toMatchObject({
			round: 'uji',
			track: 'official',
			scores: [{}, { index: 3, track: 'self' }, {}]
		});
	});

	test('a change by one region never shows another what it may not see', async () => {
		await get('/rounds/uji/scores', PEOPLE.admin);
		const { text } = await get('/rounds/uji/scores', PEOPLE.surabaya);
		expect(text).not.toContain('35.01');
	});

	test('kept scores hold what was just saved, and only what the reader reaches now', async () => {
		const { db } = small;
		const read = async () => {
			const { body } = await get('/rounds/uji/scores', PEOPLE.asesor);
			return (body as { scores: { region: { code: string }; index: number | null }[] }).scores.map(
				({ region, index }) => [region.code, index]
			);
		};
		expect([await read(), await read()]).toEqual([[['35.01', null]], [['35.01', null]]]);
		await put('35.01', 'A1', PEOPLE.asesor, { ...WRITE, track: 'assessor', level: 4 });
		expect(await read()).toEqual([['35.01', 4]]);
		db.update(assignments).set({ regionCode: '35.78' }).run();
		expect(await read()).toEqual([['35.78', null]]);
		expect(
			await put('35.01', 'A2', PEOPLE.asesor, { ...WRITE, track: 'assessor', requestId: 'permintaan-9' })
		).toMatchObject({ status: 403 });
		db.delete(assignments).run();
		expect(await read()).toEqual([]);
	});

	test('a track other than the last can be asked for', async () => {
		await put('35.01', 'A1', PEOPLE.pacitan);
		await put('35.01', 'A1', PEOPLE.asesor, { ...WRITE, track: 'assessor', level: 2, requestId: 'permintaan-2' });
		const indexOn = async (query: string) => {
			const { body } = await get(`/rounds/uji/scores${query}`);
			return (body as { scores: { index: number | null }[] }).scores[1]!.index;
		};
		expect(await indexOn('')).toBe(2);
		expect(await indexOn('?track=self')).toBe(3);
		expect(await indexOn('?track=final')).toBe(null);
		expect(await get('/rounds/uji/scores?track=mandiri')).toMatchObject({ status: 400 });
	});

	test('the scores as a table keep text as text', async () => {
		await put('35.01', 'A1', PEOPLE.pacitan);
		const { text, headers } = await get('/rounds/uji/scores.csv', PEOPLE.pacitan);
		const [head, row] = text.split('\n');
		expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(head).toMatch(
			/^round,region_code,region_name,region_type,agency,status,track,index,.*domain_A,.*gate_E2,basis_final,basis_assessor,basis_self,basis_none$/
		);
		expect(row).toMatch(/^uji,35\.01,Kabupaten Pacitan,kabupaten,,self_assessment,self,3,true,.*,0,0,1,39$/);
	});

	test('a plan leads from the present levels to the target of the round', async () => {
		expect((await get('/rounds/uji/regions/35.01/plan')).body).toEqual({ round: 'uji', region: '35.01', plan: null });
		await put('35.01', 'A1', PEOPLE.pacitan);
		const { body } = await get('/rounds/uji/regions/35.01/plan', PEOPLE.pacitan);
		expect(body).toMatchObject({ plan: { targetClass: 'nearly_ready', reached: false } });
	});

	test('rounds and instruments are listed with their versions', async () => {
		expect((await get('/rounds', PEOPLE.dinkes)).body).toMatchObject({
			rounds: [{ code: 'uji', status: 'open', weeks: 13, instrument: { code: 'ikid' } }]
		});
		expect((await get('/rounds/uji')).body).toMatchObject({
			name: 'Putaran uji',
			agencyInstrument: { code: 'ikid-opd' }
		});
		expect((await get('/instruments')).body).toMatchObject({ instruments: [{ code: 'ikid' }, { code: 'ikid-opd' }] });
		const { body } = await get('/instruments/ikid');
		expect((body as { content: { domains: unknown[] } }).content.domains).toHaveLength(7);
	});

	test.each([
		['/rounds/2031', 'round_missing', '2031'],
		['/rounds/2031/scores', 'round_missing', '2031'],
		['/rounds/uji/regions/35.99', 'region_missing', '35.99'],
		['/rounds/uji/regions/35.02', 'assessment_missing', '35.02'],
		['/instruments/epss', 'instrument_missing', 'epss'],
		['/peta', 'route_missing', '/api/v1/peta']
	])('what does not exist is named: %s', async (address, code, named) => {
		const { status, body } = await get(address);
		expect(status).toBe(404);
		expect(body).toMatchObject({ type: `urn:siap-satu-data:problem:${code}`, title: 'Tidak ditemukan' });
		expect((body as { detail: string }).detail).toContain(named);
	});

	test('problems speak English to whoever reads English', async () => {
		const { body } = await callApi(small.db, '/rounds/2031', { viewer: PEOPLE.admin, locale: 'en' });
		expect(body).toMatchObject({ title: 'Not found' });
	});
});
