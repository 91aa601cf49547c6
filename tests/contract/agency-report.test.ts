import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { answers, assessments, evidence } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { savePublication } from '#lib/server/public/publication/settings.ts';
import { jobFile } from '#lib/server/documents/jobs/job-file.ts';
import { findDocument, listJobs } from '#lib/server/documents/jobs/list-jobs.ts';
import { runJobs } from '#lib/server/documents/jobs/run-jobs.ts';
import { startJob } from '#lib/server/documents/jobs/start-job.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { verifyCode } from '#lib/server/documents/verification/verify-code.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';
import { answerAll } from '../support/agencies.ts';
import { publishRound } from '../support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const TITLE = 'SOP data kesehatan';
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-agency-'));
	const { id } = small.db.select().from(assessments).where(eq(assessments.agencyId, 'opd-dinkes')).get()!;
	answerAll(small.db, id, 'ikid-opd', 3, 'Alasan dinas kesehatan.');
	const piece = { id: 'sop', assessmentId: id, kind: 'sop' as const, track: 'self' as const, addedBy: 'dinkes' };
	small.db
		.insert(evidence)
		.values({ ...piece, title: TITLE, url: 'https://dinkes.example.go.id/sop', addedAt: NOW })
		.run();
	return () => rmSync(folder, { recursive: true });
});
afterAll(closeWorkers);

const round = () => findRound(small.db, 'uji')!;
const ask = (viewer: Viewer, subject = 'opd-dinkes', options = EVERYTHING) =>
	startJob(
		{ db: small.db, actor: viewer, now: NOW },
		round(),
		{ kind: 'agency', subject, locale: 'id', format: 'pdf', options },
		'https://siap.example.go.id'
	);

async function make(viewer: Viewer): Promise<{ id: string; code: string; file: Buffer }> {
	const started = ask(viewer);
	if (started.kind !== 'started') throw new Error(started.kind);
	await runJobs(small.db, folder, () => NOW);
	const { code } = listJobs(small.db, viewer, round()).find(({ id }) => id === started.id)!;
	return {
		id: started.id,
		code: code!,
		file: readFileSync(jobFile(folder, { id: started.id, kind: 'agency', format: 'pdf' }))
	};
}

const textOf = async (file: Buffer) =>
	(await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text;

test('is made for whoever may read the agency, and listed and opened for nobody else', async () => {
	for (const viewer of [PEOPLE.pacitan, PEOPLE.asesor]) expect(ask(viewer)).toEqual({ kind: 'forbidden' });
	expect(ask(PEOPLE.admin, 'tiada')).toEqual({ kind: 'forbidden' });
	const { id } = await make(PEOPLE.dinkes);
	for (const viewer of [PEOPLE.dinkes, PEOPLE.surabaya, PEOPLE.reviewer, PEOPLE.gubernur]) {
		expect(findDocument(small.db, viewer, round(), id)?.id).toBe(id);
		expect(listJobs(small.db, viewer, round())).toMatchObject([{ subjectName: 'Dinas Kesehatan Kota Surabaya' }]);
	}
	for (const viewer of [PEOPLE.pacitan, PEOPLE.asesor]) {
		expect(findDocument(small.db, viewer, round(), id)).toBeNull();
		expect(listJobs(small.db, viewer, round())).toEqual([]);
	}
});

test('is genuine, says draft across its pages, and holds justification and evidence', async () => {
	const { file } = await make(PEOPLE.surabaya);
	expect(await verifyFile(small.db, file)).toMatchObject({ kind: 'identical', issued: { kind: 'agency' } });
	const text = (await textOf(file)).replace(/\s+/g, ' ');
	for (const expected of ['DRAF', 'Dinas Kesehatan Kota Surabaya', 'Alasan dinas kesehatan.', TITLE])
		expect(text).toContain(expected);
});

test('shows its figures to those who may see them, tells what changed since, and never the public', async () => {
	const { code } = await make(PEOPLE.dinkes);
	const look = (viewer: Viewer | null) => verifyCode(small.db, viewer, code, { locale: 'id', now: NOW });
	expect(await look(PEOPLE.dinkes)).toMatchObject({
		kind: 'agency',
		subject: 'Dinas Kesehatan Kota Surabaya',
		isSound: true,
		state: 'draft',
		figures: { kind: 'region', region: { name: 'Dinas Kesehatan', index: 3 } },
		now: null
	});
	for (const stranger of [null, PEOPLE.pacitan])
		expect(await look(stranger)).toMatchObject({ figures: null, now: null });
	small.db.update(answers).set({ level: 4 }).run();
	small.db.run('UPDATE assessments SET revision = revision + 1');
	expect((await look(PEOPLE.dinkes))!.now).toEqual({ index: 4 });

	publishRound(small.db, 'uji', NOW);
	const final = await make(PEOPLE.dinkes);
	const wanted = { depth: 'indicators' as const, embargoUntil: null, licence: 'CC-BY-4.0' as const, contact: '' };
	savePublication({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', wanted);
	expect(await verifyCode(small.db, null, final.code, { locale: 'id', now: NOW })).toMatchObject({
		state: 'final',
		figures: null
	});
});

test('once published is open to all who are logged in, its evidence only to those who may read that', async () => {
	publishRound(small.db, 'uji', NOW);
	const own = await make(PEOPLE.dinkes);
	const other = await make(PEOPLE.pacitan);
	expect(await textOf(own.file)).toContain(TITLE);
	expect(await textOf(other.file)).not.toContain(TITLE);
	expect(findDocument(small.db, PEOPLE.pacitan, round(), own.id)).toBeNull();
	expect(findDocument(small.db, PEOPLE.dinkes, round(), other.id)?.id).toBe(other.id);
});
