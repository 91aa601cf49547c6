import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { saveAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments, evidence, reportJobs } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { jobFile, reportFolder } from '#lib/server/documents/jobs/job-file.ts';
import { readJobRequest } from '#lib/server/documents/jobs/job-request.ts';
import { cancelJob, findDocument, listJobs } from '#lib/server/documents/jobs/list-jobs.ts';
import { pauseJobs, resumeJobs, runJobs } from '#lib/server/documents/jobs/run-jobs.ts';
import { startJob } from '#lib/server/documents/jobs/start-job.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { type DocumentFormat, hasWord, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { readCode } from '#lib/server/documents/verification/report-code.ts';
import { verifyCode } from '#lib/server/documents/verification/verify-code.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';
import { publishRound } from '../support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';
import { unescapeXml, unzipTexts } from '../support/unzip.ts';

const small = withSmallRound();
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-jobs-'));
	return () => rmSync(folder, { recursive: true });
});
afterAll(closeWorkers);

const round = () => findRound(small.db, 'uji')!;
const ask = (viewer: Viewer, kind: ReportJobKind, subject = '', options = EVERYTHING, format: DocumentFormat = 'pdf') =>
	startJob(
		{ db: small.db, actor: viewer, now: NOW },
		round(),
		{ kind, subject, locale: 'id', format, options },
		'https://siap.example.go.id'
	);
const run = () => runJobs(small.db, folder, () => NOW);
const jobs = (viewer: Viewer = PEOPLE.admin) => listJobs(small.db, viewer, round());
const idOf = (started: ReturnType<typeof startJob>) => {
	if (started.kind !== 'started') throw new Error(started.kind);
	return started.id;
};
/** The assessor gives an indicator of 35.01 another level. */
const saveLevel = async (level: number) => {
	const key = { round: 'uji', region: '35.01', agency: null };
	const write = {
		track: 'assessor' as const,
		level,
		notApplicable: false,
		justification: 'Diperiksa.',
		baseVersion: 0
	};
	const saved = await saveAnswer({ db: small.db, actor: PEOPLE.asesor, now: NOW }, key, 'A1', {
		...write,
		requestId: `level-${level}`
	});
	expect(saved.kind).toBe('saved');
};

describe('a document that was asked for', () => {
	test('is made, kept with who asked, and is genuine', async () => {
		const id = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		expect(jobs()).toMatchObject([{ id, state: 'queued', madeBy: 'ASESOR', dataState: null, isOutdated: false }]);
		await run();
		const [made] = jobs();
		expect(made).toMatchObject({ state: 'done', done: 1, total: 1, subjectName: 'Kabupaten Pacitan', isOwn: false });
		expect(made!.dataState).toBe(String(round().revision));
		const file = readFileSync(jobFile(folder, made!));
		expect(made!.size).toBe(file.length);
		const verdict = await verifyFile(small.db, file);
		expect(verdict).toMatchObject({ kind: 'identical', issued: { code: readCode(made!.code!), issuedBy: 'asesor' } });
	});

	test('has the chapters and the paper that were chosen, and its own code for them', async () => {
		const options = { ...EVERYTHING, paper: 'f4' as const, without: ['method' as const], justifications: false };
		ask(PEOPLE.asesor, 'region', '35.01');
		ask(PEOPLE.asesor, 'region', '35.01', options);
		await run();
		const [a, b] = jobs();
		expect(a!.code).not.toBe(b!.code);
		const short = [a!, b!].find((job) => job.options.paper === 'f4')!;
		const pdf = await getDocumentProxy(new Uint8Array(readFileSync(jobFile(folder, short))));
		expect((await extractText(pdf, { mergePages: true })).text).not.toContain('Metode penilaian');
	});

	test('says that answers have changed since', async () => {
		ask(PEOPLE.asesor, 'region', '35.01');
		await run();
		expect(jobs()[0]!.isOutdated).toBe(false);
		small.db.run("UPDATE rounds SET revision = revision + 1 WHERE code = 'uji'");
		expect(jobs()[0]!.isOutdated).toBe(true);
	});

	test('is called the draft that it is, also once the round is published, and final when it is made from that', async () => {
		const isDraft = (id: string) => jobs().find((job) => job.id === id)!.isDraft;
		const before = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		await run();
		publishRound(small.db, 'uji', NOW);
		const after = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		const asDraft = idOf(ask(PEOPLE.asesor, 'region', '35.01', { ...EVERYTHING, asDraft: true }));
		await run();
		expect([before, after, asDraft].map(isDraft)).toEqual([true, false, true]);
		small.db.run('UPDATE report_jobs SET code = NULL'); // as of a folder
		expect([before, after, asDraft].map(isDraft)).toEqual([true, false, true]);
	});

	test('is finished after the server was stopped under way', async () => {
		const id = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		const under = run();
		await pauseJobs(small.db);
		await under;
		expect(jobs()).toMatchObject([{ id, state: 'running' }]);
		await resumeJobs(small.db, folder);
		expect(jobs()).toMatchObject([{ id, state: 'done' }]);
	});

	test('is left to the next start too when the server stops between two reports of a folder', async () => {
		const id = idOf(ask(PEOPLE.admin, 'regions'));
		const under = run();
		await vi.waitFor(() => expect(jobs()[0]!.done).toBe(1), { timeout: 15_000, interval: 5 });
		await pauseJobs(small.db);
		await under;
		expect(jobs()).toMatchObject([{ id, state: 'running' }]);
		expect(readdirSync(reportFolder(folder))).toEqual([]);
	});

	test('does not wait for all that somebody else has asked for before', async () => {
		const others = [0, 1].map(() => idOf(ask(PEOPLE.admin, 'regions')));
		const own = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		let moment = NOW;
		await runJobs(small.db, folder, () => ++moment);
		const stateOf = (id: string) => jobs().find((job) => job.id === id)!.state;
		const finishOf = (id: string) => jobs().find((job) => job.id === id)!.finishedAt!;
		expect(finishOf(own)).toBeLessThan(Math.max(...others.map(finishOf)));
		expect(others.map(stateOf)).toEqual(['done', 'done']);
	}, 90_000);

	test('is not made when it is cancelled, which only the one who asked can do', async () => {
		const id = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		cancelJob(small.db, PEOPLE.pacitan, id, NOW);
		expect(jobs()[0]!.state).toBe('queued');
		cancelJob(small.db, PEOPLE.asesor, id, NOW);
		await run();
		expect(jobs()[0]!.state).toBe('cancelled');
		expect(existsSync(jobFile(folder, { id, kind: 'region', format: 'pdf' }))).toBe(false);
	});

	test('of a kind that fails says so, and the next one is made', async () => {
		const id = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		small.db.update(reportJobs).set({ subject: '99.99' }).where(eq(reportJobs.id, id)).run();
		ask(PEOPLE.asesor, 'region', '35.01');
		await run();
		expect(
			jobs()
				.map(({ state }) => state)
				.sort()
		).toEqual(['done', 'failed']);
	});

	test('is taken only from whoever may see the result, and is listed and opened for nobody else', async () => {
		expect(ask(PEOPLE.surabaya, 'region', '35.01')).toEqual({ kind: 'forbidden' });
		expect(ask(PEOPLE.dinkes, 'region', '35.78')).toEqual({ kind: 'forbidden' });
		for (const kind of ['province', 'regions'] as const)
			expect(ask(PEOPLE.asesor, kind)).toEqual({ kind: 'forbidden' });
		expect(ask(PEOPLE.admin, 'region', '35.99')).toEqual({ kind: 'missing' });
		const id = idOf(ask(PEOPLE.asesor, 'region', '35.01'));
		expect(findDocument(small.db, PEOPLE.asesor, round(), id), 'not finished').toBeNull();
		await run();
		for (const viewer of [PEOPLE.asesor, PEOPLE.pacitan, PEOPLE.reviewer, PEOPLE.gubernur])
			expect(findDocument(small.db, viewer, round(), id)?.id).toBe(id);
		for (const viewer of [PEOPLE.surabaya, PEOPLE.dinkes]) {
			expect(findDocument(small.db, viewer, round(), id)).toBeNull();
			expect(jobs(viewer)).toEqual([]);
		}
	});

	test('is listed however many of others were asked for since, and no more than the latest fifty', () => {
		const id = idOf(ask(PEOPLE.pacitan, 'region', '35.01'));
		const own = small.db.select().from(reportJobs).where(eq(reportJobs.id, id)).get()!;
		const others = Array.from({ length: 60 }, (_, n) => ({
			...own,
			id: `other-${n}`,
			subject: '35.78',
			madeBy: 'surabaya',
			madeAt: NOW + 1 + n
		}));
		small.db.insert(reportJobs).values(others).run();
		expect(jobs(PEOPLE.pacitan).map((job) => job.id)).toEqual([id]);
		expect(jobs(PEOPLE.surabaya).map((job) => job.id)).toEqual(Array.from({ length: 50 }, (_, n) => `other-${59 - n}`));
	});

	test('is not taken for a round that is not open yet', () => {
		small.db.run("UPDATE rounds SET status = 'draft' WHERE code = 'uji'");
		expect(ask(PEOPLE.admin, 'province')).toEqual({ kind: 'missing' });
	});

	test('waits its turn: a sixth of one person is not taken', () => {
		for (let n = 0; n < 5; n++) expect(ask(PEOPLE.asesor, 'region', '35.01').kind).toBe('started');
		expect(ask(PEOPLE.asesor, 'region', '35.01')).toEqual({ kind: 'busy' });
		expect(ask(PEOPLE.pacitan, 'region', '35.01').kind).toBe('started');
	});
});

describe('the list of evidence in a document', () => {
	const titleIn = async (id: string) => {
		const file = readFileSync(jobFile(folder, { id, kind: 'region', format: 'pdf' }));
		return (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text;
	};

	beforeEach(() => {
		const { id } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
		const piece = { id: 'bukti', assessmentId: id, kind: 'other' as const, track: 'self' as const, addedBy: 'pacitan' };
		small.db
			.insert(evidence)
			.values({ ...piece, title: 'Perbup Pacitan', url: 'https://jdih.example.go.id/1', addedAt: NOW })
			.run();
	});

	test('is there unless it was left out', async () => {
		const listed = idOf(ask(PEOPLE.pacitan, 'region', '35.01'));
		const left = idOf(ask(PEOPLE.pacitan, 'region', '35.01', { ...EVERYTHING, evidence: false }));
		await run();
		expect(await titleIn(listed)).toContain('Perbup Pacitan');
		expect(await titleIn(left)).not.toContain('Perbup Pacitan');
	});

	test('once the round is published is for those who may read the evidence; others have the document without it', async () => {
		publishRound(small.db, 'uji', NOW);
		const listed = idOf(ask(PEOPLE.pacitan, 'region', '35.01'));
		const other = idOf(ask(PEOPLE.surabaya, 'region', '35.01'));
		await run();
		expect(await titleIn(listed)).toContain('Perbup Pacitan');
		expect(await titleIn(other)).not.toContain('Perbup Pacitan');
		for (const viewer of [PEOPLE.surabaya, PEOPLE.dinkes]) {
			expect(jobs(viewer).map(({ id }) => id)).toEqual([other]);
			expect(findDocument(small.db, viewer, round(), listed)).toBeNull();
		}
		for (const viewer of [PEOPLE.pacitan, PEOPLE.asesor, PEOPLE.gubernur])
			expect(findDocument(small.db, viewer, round(), listed)?.id).toBe(listed);
	});
});

describe('a Word document', () => {
	const textOf = (job: ReturnType<typeof jobs>[number]) => {
		const files = unzipTexts(readFileSync(jobFile(folder, job)));
		return unescapeXml([...files.values()].join(' ').replace(/<[^>]*>/g, ''));
	};

	test('names the PDF that it is a copy of, whose code is known, and is itself nothing that can be checked', async () => {
		idOf(ask(PEOPLE.asesor, 'region', '35.01', EVERYTHING, 'docx'));
		await run();
		const [made] = jobs();
		expect(made).toMatchObject({ state: 'done', format: 'docx', subjectName: 'Kabupaten Pacitan' });
		expect(textOf(made!)).toContain(`Naskah ini salinan dokumen ${made!.code} yang dapat disunting, jadi bukan bukti.`);
		expect(textOf(made!)).toContain(`https://siap.example.go.id/verify/${made!.code}`);
		expect(await verifyCode(small.db, PEOPLE.asesor, made!.code!, { locale: 'id', now: NOW })).toMatchObject({
			kind: 'region',
			isSound: true
		});
		expect((await verifyFile(small.db, readFileSync(jobFile(folder, made!)))).kind).not.toBe('identical');
		ask(PEOPLE.asesor, 'region', '35.01');
		await run();
		const pdf = jobs().find(({ format }) => format === 'pdf')!;
		expect(pdf.code).toBe(made!.code);
		expect((await verifyFile(small.db, readFileSync(jobFile(folder, pdf)))).kind).toBe('identical');
	});

	test('of all regions lies in one folder', async () => {
		idOf(ask(PEOPLE.reviewer, 'regions', '', EVERYTHING, 'docx'));
		await run();
		const [job] = jobs();
		expect(job).toMatchObject({ state: 'done', done: 3 });
		const names = Object.keys(unzipSync(readFileSync(jobFile(folder, job!))));
		expect(names.every((name) => name.endsWith('.docx'))).toBe(true);
		expect(names).toHaveLength(3);
	});

	test.each([
		['region', true],
		['regions', true],
		['province', true],
		['minutes', false],
		['plan', false]
	] as const)('of the kind %s: %s', (kind, expected) => {
		expect(hasWord(kind)).toBe(expected);
	});
});

describe('the folder of all regions', () => {
	test('holds one genuine report a region, and counts them while it is made', async () => {
		idOf(ask(PEOPLE.reviewer, 'regions'));
		await run();
		const [job] = jobs();
		expect(job).toMatchObject({ state: 'done', done: 3, total: 3, code: null });
		const files = unzipSync(readFileSync(jobFile(folder, job!)));
		expect(Object.keys(files).sort()).toEqual(
			['35.01', '35.78', '35'].map((subject) => documentName('uji', { kind: 'region', subject, locale: 'id' }, 'pdf'))
		);
		for (const [name, file] of Object.entries(files)) {
			const verdict = await verifyFile(small.db, file);
			if (verdict.kind !== 'identical') expect.fail(`${name}: ${verdict.kind}`);
			const { subject } = verdict.issued;
			expect(name).toBe(documentName('uji', { kind: 'region', subject, locale: 'id' }, 'pdf'));
		}
	});

	test('is of one moment: what is saved while it is made is in none of its reports', async () => {
		const make = async (meanwhile: () => unknown) => {
			const id = idOf(ask(PEOPLE.reviewer, 'regions'));
			const under = run();
			await meanwhile();
			await under;
			const { isOutdated } = jobs().find((job) => job.id === id)!;
			return { isOutdated, files: unzipSync(readFileSync(jobFile(folder, { id, kind: 'regions', format: 'pdf' }))) };
		};
		const before = await make(() => undefined);
		const meanwhile = await make(() => saveLevel(2));
		expect(meanwhile.files).toEqual(before.files);
		expect(meanwhile.isOutdated).toBe(true);
		const after = await make(() => undefined);
		expect(after.isOutdated).toBe(false);
		for (const [name, file] of Object.entries(after.files)) expect(file, name).not.toEqual(before.files[name]);
	});

	test('is given up between two reports when it is cancelled', async () => {
		const id = idOf(ask(PEOPLE.reviewer, 'regions'));
		const running = run();
		cancelJob(small.db, PEOPLE.reviewer, id, NOW);
		await running;
		expect(jobs()[0]).toMatchObject({ state: 'cancelled' });
		expect(jobs()[0]!.done).toBeLessThan(3);
		expect(readdirSync(reportFolder(folder)), 'nor what was written of it').toEqual([]);
		expect(existsSync(jobFile(folder, { id, kind: 'regions', format: 'pdf' }))).toBe(false);
	});
});

test('the form of the reports page is read, and nothing else is', () => {
	const form = (entries: [string, string][]) => {
		const data = new FormData();
		for (const [name, value] of entries) data.append(name, value);
		return readJobRequest(data);
	};
	expect(form([['what', 'province']])).toEqual({
		kind: 'province',
		subject: '',
		locale: 'id',
		format: 'pdf',
		options: EVERYTHING
	});
	expect(
		form([
			['what', 'province'],
			['format', 'docx']
		])
	).toMatchObject({ format: 'docx' });
	expect(
		form([
			['what', 'province'],
			['format', 'exe']
		])
	).toBe('what');
	const chosen = form([
		['what', 'region:35.78'],
		['locale', 'en'],
		['paper', 'f4'],
		['sections', '1'],
		['section', 'domains'],
		['asDraft', '1']
	]);
	expect(chosen).toMatchObject({ kind: 'region', subject: '35.78', locale: 'en' });
	const { options } = chosen as Exclude<typeof chosen, string>;
	expect(options).toMatchObject({ paper: 'f4', justifications: false, asDraft: true });
	expect(options.without).not.toContain('domains');
	expect(options.without).toContain('plan');
	for (const what of ['', 'region', 'region:../x', 'minutes:x', 'all']) expect(form([['what', what]])).toBe('what');
	expect(
		form([
			['what', 'province'],
			['paper', 'a3']
		])
	).toBe('what');
});
