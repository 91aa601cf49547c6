import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { assessments, assignments } from '#lib/server/foundation/db/schema.ts';
import type { EvidenceView } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { type Added, caller, DETAILS, type Listed, PACITAN, withDataDir } from '../support/evidence-calls.ts';
import { lockedPdf, pdf } from '../support/sample-files.ts';
import { publishRound } from '../support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const folder = withDataDir();
const as = (person: keyof typeof PEOPLE) => caller(small.db, folder.path, PEOPLE[person]);
const setStatus = (status: (typeof assessments.$inferSelect)['status'], region = '35.01') =>
	small.db.update(assessments).set({ status }).where(eq(assessments.regionCode, region)).run();
const listed = async (person: keyof typeof PEOPLE, address = PACITAN) =>
	(await as(person).call('GET', `${address}/evidence`)).body as Listed;
const NIK = '3578991201990003';

test('a file arrives in pieces, goes on where the line broke, and is stored once under its hash', async () => {
	const { begin, sendChunk, call } = as('pacitan');
	const bytes = pdf('Pasal 1', 'Pasal 2');
	const { id } = (await begin('Perbup.pdf', bytes.length)).body as { id: string };
	expect((await sendChunk(id, 0, bytes.subarray(0, 300))).body).toMatchObject({ offset: 300 });
	// The reply was lost and the same piece comes again: told where to go on, nothing is doubled.
	expect(await sendChunk(id, 0, bytes.subarray(0, 300))).toMatchObject({
		status: 409,
		body: { type: 'urn:siap-satu-data:problem:chunk_misplaced', offset: 300 }
	});
	expect((await call('GET', `/uploads/${id}`)).body).toMatchObject({ offset: 300, size: bytes.length });
	expect(await call('POST', `${PACITAN}/evidence`, { upload: id, details: DETAILS })).toMatchObject({ status: 422 });
	await sendChunk(id, 300, bytes.subarray(300));
	const addition = { upload: id, details: DETAILS, uses: [{ indicator: 'A1', place: 'hlm. 2, Pasal 2' }] };
	const { status, body } = await call('POST', `${PACITAN}/evidence`, addition);
	expect(status).toBe(200);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	expect((body as Added).evidence).toMatchObject([
		{
			id,
			...DETAILS,
			track: 'self',
			late: false,
			expired: false,
			addedBy: 'PACITAN',
			file: { name: 'Perbup.pdf', size: bytes.length, type: 'pdf', sha256, findings: [] },
			link: null,
			uses: [{ indicator: 'A1', place: 'hlm. 2, Pasal 2', late: false }],
			sharedWith: []
		}
	]);
	expect(readFileSync(join(folder.path, 'evidence', sha256.slice(0, 2), sha256.slice(2)))).toEqual(bytes);
	expect(readdirSync(join(folder.path, 'uploads'))).toEqual([]);
	// The reply of the addition was lost: the same again answers the same.
	expect((await call('POST', `${PACITAN}/evidence`, addition)).body).toMatchObject({ id, existed: false });
	expect((await listed('pacitan')).evidence).toHaveLength(1);
	expect(verifyAudit(small.db).firstBroken).toBeNull();
	expect(listAudit(small.db, { action: 'evidence.add' }, 1).entries).toMatchObject([
		{ actorName: 'PACITAN', subject: `uji/35.01/${id}`, after: { title: DETAILS.title, sha256 } }
	]);
});

test('a file that is not taken is told in a sentence, and nothing stays of it', async () => {
	const { add, begin } = as('pacitan');
	expect(await add(lockedPdf(), 'SK rahasia.pdf')).toMatchObject({
		status: 422,
		body: {
			type: 'urn:siap-satu-data:problem:evidence_refused',
			detail: '“SK rahasia.pdf” dilindungi kata sandi. Simpan salinan tanpa kata sandi, lalu unggah lagi.'
		}
	});
	expect(await begin('besar.pdf', 21 * 1024 * 1024)).toMatchObject({
		status: 422,
		body: { detail: expect.stringContaining('lebih besar dari 20 MB') as string }
	});
	expect(await begin('kosong.pdf', 0)).toMatchObject({ status: 422 });
	expect((await listed('pacitan')).evidence).toEqual([]);
	expect(readdirSync(join(folder.path, 'uploads'))).toEqual([]);
	expect(existsSync(join(folder.path, 'evidence'))).toBe(false);
});

test('personal data are shown masked before anything is added; who confirms is told to the reviewer', async () => {
	const { begin, sendChunk, call } = as('pacitan');
	const bytes = pdf('Pasal 1', `NIK ${NIK}`);
	const { id } = (await begin('Penerima.pdf', bytes.length)).body as { id: string };
	await sendChunk(id, 0, bytes);
	const asked = await call('POST', `${PACITAN}/evidence`, { upload: id, details: DETAILS });
	expect(asked).toMatchObject({
		status: 409,
		body: {
			type: 'urn:siap-satu-data:problem:personal_data',
			findings: [{ kind: 'nik', masked: '3578••••••••••03', count: 1, place: '2' }]
		}
	});
	expect(asked.text).not.toContain(NIK);
	expect((await listed('pacitan')).evidence).toEqual([]);
	await call('POST', `${PACITAN}/evidence`, { upload: id, details: DETAILS, acceptPersonalData: true });
	const { evidence } = await listed('reviewer');
	expect(evidence[0]?.file?.suspected).toBe('NIK atau nomor KK 3578••••••••••03 di halaman 2');
});

test('one file serves several indicators, and is not kept twice', async () => {
	const { add, call } = as('pacitan');
	const first = (await add(pdf('Pasal 1'), 'a.pdf', { uses: [{ indicator: 'A1', place: '' }] })).body as Added;
	const again = (await add(pdf('Pasal 1'), 'b.pdf', { uses: [{ indicator: 'A2', place: 'Pasal 1' }] })).body as Added;
	expect(again).toMatchObject({ id: first.id, existed: true });
	await call('POST', `${PACITAN}/evidence`, { from: first.id, uses: [{ indicator: 'A3', place: '' }] });
	const { evidence } = await listed('pacitan');
	expect(evidence.map(({ uses }) => uses.map(({ indicator }) => indicator))).toEqual([['A1', 'A2', 'A3']]);
	await call('PUT', `/evidence/${first.id}/uses/A3`, { place: 'hlm. 1' });
	await call('DELETE', `/evidence/${first.id}/uses/A1`);
	expect((await listed('pacitan')).evidence[0]?.uses).toEqual([
		{ indicator: 'A2', place: 'Pasal 1', late: false },
		{ indicator: 'A3', place: 'hlm. 1', late: false }
	]);
	expect(
		await call('POST', `${PACITAN}/evidence`, { from: first.id, uses: [{ indicator: 'Z9', place: '' }] })
	).toMatchObject({ status: 422 });
});

test('the assessor adds on the own track, also what the region handed in', async () => {
	const { id } = (await as('pacitan').add(pdf('Pasal 1'), 'a.pdf')).body as Added;
	const assessor = as('asesor');
	await assessor.call('POST', `${PACITAN}/evidence`, { from: id, uses: [{ indicator: 'B1', place: 'Pasal 1' }] });
	const { evidence } = await listed('asesor');
	expect(evidence.map(({ track, uses }) => [track, uses.length])).toEqual([
		['self', 0],
		['assessor', 1]
	]);
	expect(await assessor.call('DELETE', `/evidence/${id}`)).toMatchObject({ status: 409 });
});

test('after submission what is there is locked, and additions are marked', async () => {
	const { add, begin, call } = as('pacitan');
	const { id } = (await add(pdf('Pasal 1'), 'a.pdf', { uses: [{ indicator: 'A1', place: '' }] })).body as Added;
	setStatus('submitted');
	for (const refused of [
		await call('DELETE', `/evidence/${id}`),
		await call('PATCH', `/evidence/${id}`, DETAILS),
		await call('PUT', `/evidence/${id}/uses/A1`, { place: 'hlm. 9' }),
		await call('DELETE', `/evidence/${id}/uses/A1`)
	])
		expect(refused).toMatchObject({ status: 409, body: { type: 'urn:siap-satu-data:problem:evidence_locked' } });
	const late = (await add(pdf('susulan'), 'b.pdf', { uses: [{ indicator: 'A1', place: '' }] })).body as Added;
	await call('POST', `${PACITAN}/evidence`, { from: id, uses: [{ indicator: 'A2', place: '' }] });
	expect(await call('PATCH', `/evidence/${late.id}`, { ...DETAILS, title: 'Susulan' })).toMatchObject({ status: 200 });
	expect(await call('DELETE', `/evidence/${late.id}`)).toMatchObject({ status: 409 });
	expect(await listed('pacitan')).toMatchObject({
		state: 'late',
		evidence: [
			{
				late: false,
				uses: [
					{ indicator: 'A1', late: false },
					{ indicator: 'A2', late: true }
				]
			},
			{ title: 'Susulan', late: true, uses: [{ indicator: 'A1', late: true }] }
		]
	});
	setStatus('assessed');
	expect(await begin('c.pdf', 100)).toMatchObject({ status: 409 });
	expect(await call('POST', `${PACITAN}/evidence`, { from: id, uses: [{ indicator: 'A3', place: '' }] })).toMatchObject(
		{
			status: 409,
			body: { detail: expect.stringContaining('“Selesai dinilai”') as string }
		}
	);
});

test('removed evidence counts no more; its bytes stay for the audit log', async () => {
	const { add, call } = as('pacitan');
	const { id, evidence } = (await add(pdf('Pasal 1'), 'a.pdf')).body as Added;
	const revision = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!.revision;
	expect((await call('DELETE', `/evidence/${id}`)).body).toEqual({ state: 'open', evidence: [] });
	const after = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!.revision;
	expect(after).toBe(revision + 1);
	const { sha256 } = evidence[0]!.file!;
	expect(existsSync(join(folder.path, 'evidence', sha256.slice(0, 2), sha256.slice(2)))).toBe(true);
	expect(await call('GET', `/evidence/${id}/file`)).toMatchObject({ status: 404 });
});

test('a file is served to those who see the assessment, inert, also in parts', async () => {
	const bytes = pdf('Pasal 1');
	const { id } = (await as('pacitan').add(bytes, 'Perbup “baru”.pdf')).body as Added;
	const address = `/evidence/${id}/file`;
	const whole = await as('asesor').call('GET', address);
	expect(whole.status).toBe(200);
	expect(whole.text).toBe(bytes.toString('utf8'));
	expect(Object.fromEntries(whole.headers)).toMatchObject({
		'content-type': 'application/pdf',
		'content-length': String(bytes.length),
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-cache',
		'content-disposition': expect.stringMatching(
			/^attachment; filename="Perbup _baru_\.pdf"; filename\*=UTF-8''/
		) as string,
		'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/) as string
	});
	const part = await as('reviewer').call('GET', address, undefined, { range: 'bytes=0-4' });
	expect(part).toMatchObject({ status: 206, text: '%PDF-' });
	expect(part.headers.get('content-range')).toBe(`bytes 0-4/${bytes.length}`);
	expect((await as('gubernur').call('GET', address)).status).toBe(200);
	for (const stranger of ['surabaya', 'dinkes'] as const)
		expect(await as(stranger).call('GET', address)).toMatchObject({ status: 403 });
	publishRound(small.db, 'uji', NOW);
	expect(await as('surabaya').call('GET', address), 'publication does not open it').toMatchObject({ status: 403 });
	expect(await as('surabaya').call('GET', `${PACITAN}/evidence`)).toMatchObject({ status: 403 });
});

test('the same file of two regions is pointed out to those who look at both, never to a region', async () => {
	const mine = (await as('pacitan').add(pdf('Pasal 1'), 'a.pdf')).body as Added;
	await as('surabaya').add(pdf('Pasal 1'), 'b.pdf', {}, '/rounds/uji/regions/35.78');
	const names = async (person: keyof typeof PEOPLE) =>
		(await listed(person)).evidence.map(({ sharedWith }) => sharedWith);
	expect(await names('reviewer')).toEqual([['Kota Surabaya']]);
	expect(await names('asesor')).toEqual([['Kota Surabaya']]);
	expect(await names('pacitan')).toEqual([[]]);
	expect(mine.evidence[0]?.sharedWith).toEqual([]);
	expect((await as('pacitan').call('GET', `${PACITAN}/evidence`)).text).not.toContain('Surabaya');
});

test('a link is checked when it is added; one into a private network is dead', async () => {
	const { call } = as('pacitan');
	const added = await call('POST', `${PACITAN}/evidence`, {
		url: 'http://127.0.0.1:9/dokumen',
		details: { ...DETAILS, validUntil: '2025-12-31' },
		uses: [{ indicator: 'A1', place: '' }]
	});
	expect((added.body as Added).evidence).toMatchObject([
		{ file: null, expired: true, link: { url: 'http://127.0.0.1:9/dokumen', status: 'dead', detail: 'private' } }
	] satisfies DeepPartial<EvidenceView>[]);
	for (const [url, sentence] of [
		['data.contoh.go.id', 'Alamat tautan harus dimulai dengan http:// atau https://.'],
		['https://a:b@contoh.go.id', 'Alamat tautan memuat nama pengguna atau kata sandi. Hapus bagian itu.']
	])
		expect(await call('POST', `${PACITAN}/evidence`, { url, details: DETAILS })).toMatchObject({
			status: 422,
			body: { errors: [{ field: 'url', detail: sentence }] }
		});
});

test('nobody touches what is not theirs: uploads of others, other regions, other assessments', async () => {
	const { id } = (await as('pacitan').begin('a.pdf', 100)).body as { id: string };
	small.db.insert(assignments).values({ roundId: 1, regionCode: '35.78', userId: 'asesor' }).run();
	expect(await as('asesor').call('GET', `/uploads/${id}`)).toMatchObject({ status: 404 });
	expect(await as('surabaya').begin('a.pdf', 100)).toMatchObject({ status: 403 });
	expect(await as('gubernur').begin('a.pdf', 100)).toMatchObject({ status: 403 });
	expect(await as('admin').begin('a.pdf', 100)).toMatchObject({ status: 403 });
	const own = (await as('pacitan').add(pdf('Pasal 1'), 'a.pdf')).body as Added;
	for (const method of ['DELETE', 'PATCH'])
		expect(
			await as('surabaya').call(method, `/evidence/${own.id}`, method === 'PATCH' ? DETAILS : undefined)
		).toMatchObject({ status: 403 });
	expect(
		await as('surabaya').call('POST', '/rounds/uji/regions/35.78/evidence', { from: own.id, uses: [] })
	).toMatchObject({ status: 422 });
});

test('an agency has evidence of its own, which its region sees', async () => {
	const address = '/rounds/uji/regions/35.78/agencies/opd-dinkes';
	const { evidence } = (await as('dinkes').add(pdf('SOP'), 'SOP.pdf', {}, address)).body as Added;
	expect(evidence).toHaveLength(1);
	expect((await listed('surabaya', address)).evidence).toHaveLength(1);
	expect((await as('dinkes').call('GET', '/rounds/uji/regions/35.78/evidence')).status).toBe(403);
});

type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
