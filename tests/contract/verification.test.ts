import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { answers } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { readIssued } from '#lib/server/documents/verification/readings.ts';
import type { ReportJob } from '#lib/server/documents/write/types.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import { savePublication } from '#lib/server/public/publication/settings.ts';
import { findIssued } from '#lib/server/documents/verification/issued.ts';
import { codeOf, printedCode, readCode } from '#lib/server/documents/verification/report-code.ts';
import { verifyCode } from '#lib/server/documents/verification/verify-code.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';
import { publishRound } from '../support/publish-round.ts';
import { fillSmallRound, NOW, PEOPLE } from '../support/small-round.ts';

const ORIGIN = 'https://siap.example.go.id';
let folder: string;
let connection: Connection;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-verify-'));
	connection = openDatabase(folder);
	fillSmallRound(connection.db);
	answer('35.01', 'A1', 3);
	answer('35.01', 'A2', 2);
	answer('35.78', 'A1', 4);
});
afterAll(async () => {
	await closeWorkers();
	connection.close();
	rmSync(folder, { recursive: true });
});

function assessmentOf(region: string) {
	const key = { round: 'uji', region, agency: null };
	return findAssessment(connection.db, PEOPLE.admin, 'assessment.read', key)!.assessment;
}

function answer(region: string, indicator: string, level: number): void {
	const values = { assessmentId: assessmentOf(region).id, indicator, track: 'assessor' as const, level };
	connection.db
		.insert(answers)
		.values({
			...values,
			notApplicable: false,
			justification: `Rahasia ${region}`,
			version: 1,
			firstAt: NOW,
			updatedAt: NOW,
			updatedBy: 'asesor'
		})
		.run();
}

async function issueRegion(region: string, now = NOW) {
	const assessment = assessmentOf(region);
	const job: ReportJob = {
		kind: 'region',
		data: await collectRegionReport(connection.db, assessment, now),
		locale: 'id'
	};
	return issueReport(
		connection.db,
		assessment.round,
		{ subject: region, job, issuer: { userId: 'admin', origin: ORIGIN } },
		now
	);
}

const look = (viewer: Viewer | null, code: string) =>
	verifyCode(connection.db, viewer, code, { locale: 'id', now: NOW });

describe('the code', () => {
	test('is twelve signs of a content, and other ones of any other content', () => {
		expect(codeOf('a')).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
		expect(codeOf('a')).toBe(codeOf('a'));
		expect(new Set(Array.from({ length: 500 }, (_, n) => codeOf(String(n)))).size).toBe(500);
	});

	test('is read as people type it, and nothing else is', () => {
		const code = codeOf('a');
		expect(readCode(printedCode(code))).toBe(code);
		expect(readCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
		expect(readCode('oOiI-lL11-0000')).toBe('001111110000');
		for (const wrong of ['', 'ABC', `${code}0`, 'UUUU-UUUU-UUUU', '../../../etc']) expect(readCode(wrong)).toBeNull();
	});
});

describe('a document that was issued', () => {
	test('is the same byte by byte and has the same code when nothing changed that day, and others when something did', async () => {
		const first = await issueRegion('35.01');
		const again = await issueRegion('35.01', NOW + 3_600_000);
		expect(again.code).toBe(first.code);
		expect(again.pdf.equals(first.pdf)).toBe(true);
		expect((await issueRegion('35.78')).code).not.toBe(first.code);
		expect((await issueRegion('35.01', NOW + 86_400_000)).code).not.toBe(first.code);
	});

	test('cannot be changed or removed', async () => {
		await issueRegion('35.01');
		expect(() => connection.client.exec("UPDATE report_issues SET state = 'final'")).toThrow('stays as it is');
		expect(() => connection.client.exec('DELETE FROM report_issues')).toThrow('is kept');
	});

	test('shows its figures, counted anew, to those who may see the result, and to nobody else before it is published', async () => {
		const { code } = await issueRegion('35.01');
		const seen = await look(PEOPLE.pacitan, printedCode(code));
		expect(seen).toMatchObject({ state: 'draft', isSound: true, subject: 'Kabupaten Pacitan', now: null });
		expect(seen!.figures).toMatchObject({ kind: 'region', region: { index: expect.any(Number) as number } });
		for (const other of [null, PEOPLE.surabaya, PEOPLE.dinkes])
			expect(await look(other, code)).toMatchObject({ state: 'draft', figures: null, now: null });
		expect((await look(PEOPLE.asesor, code))!.figures).not.toBeNull();
	});

	test('tells the reader of a draft what changed since', async () => {
		const { code } = await issueRegion('35.01');
		const before = (await look(PEOPLE.admin, code))!.figures;
		connection.client.exec("UPDATE answers SET level = 5 WHERE indicator = 'A2'");
		connection.client.exec('UPDATE assessments SET revision = revision + 1');
		connection.client.exec('UPDATE rounds SET revision = revision + 1');
		const after = (await look(PEOPLE.admin, code))!;
		expect(after.figures).toEqual(before);
		expect(after.now!.index).toBeGreaterThan(2);
		expect((await look(null, code))!.now).toBeNull();
	});

	test('says so when the frozen answers do not give what was printed', async () => {
		const { code } = await issueRegion('35.78');
		const row = findIssued(connection.db, code)!;
		if (row.job.kind !== 'region') throw new Error('not a region');
		row.job.data.results[1]!.score.index = 4.9;
		const round = findRound(connection.db, 'uji')!;
		const forged = await issueReport(
			connection.db,
			round,
			{ subject: '35.78', job: row.job, issuer: { userId: null, origin: ORIGIN } },
			NOW
		);
		expect(await look(PEOPLE.admin, forged.code)).toMatchObject({ isSound: false });
	});

	test('of the whole province lists every region, for those who see the province', async () => {
		const round = findRound(connection.db, 'uji')!;
		const data = await collectProvinceReport(connection.db, round, NOW);
		const job: ReportJob = { kind: 'province', data, locale: 'en' };
		const { code } = await issueReport(
			connection.db,
			round,
			{ subject: '', job, issuer: { userId: 'admin', origin: null } },
			NOW
		);
		const shown = (await look(PEOPLE.gubernur, code))!.figures!;
		const answered = data.results.filter(({ score }) => score.index !== null);
		expect(answered).toHaveLength(2); // by their own word, so that no mean counts them
		expect(shown).toMatchObject({ kind: 'province', count: 0, mean: null });
		expect('regions' in shown && shown.regions).toHaveLength(data.results.length);
		expect((await look(PEOPLE.pacitan, code))!.figures).toBeNull();
	});

	test('from before a result told what it rests on counts what it counted then', async () => {
		const data = await collectProvinceReport(connection.db, findRound(connection.db, 'uji')!, NOW);
		const results = data.results.map(({ score, ...result }) => {
			const { basis: _basis, ...former } = score;
			return { ...result, score: { ...former, provisional: former.completeness < 1 } as typeof score };
		});
		const { figures } = await readIssued({ kind: 'province', data: { ...data, results }, locale: 'id' });
		expect(figures.id).toMatchObject({ kind: 'province', count: 2 });
	});

	test('is not found under a code that was never given', async () => {
		expect(await look(PEOPLE.admin, '0000-0000-0000')).toBeNull();
		expect(await look(PEOPLE.admin, 'x')).toBeNull();
	});
});

describe('a file', () => {
	test('is genuine as it was made', async () => {
		const { pdf } = await issueRegion('35.01');
		expect(await verifyFile(connection.db, pdf)).toMatchObject({ kind: 'identical', issued: { subject: '35.01' } });
	});

	test('stays genuine when the system writes the document otherwise than it did, as a later version may', async () => {
		const { pdf, code } = await issueRegion('35.01');
		const { job, address } = findIssued(connection.db, code)!;
		if (job.kind !== 'region') throw new Error('not a region');
		const [result] = job.data.results.filter(({ region }) => region.code === '35.01');
		result!.score.index = 4.77;
		const forged = await renderPdf('region', job.data, 'id', { code: printedCode(code), address });
		expect(await verifyFile(connection.db, forged)).toMatchObject({ kind: 'different', isLaidOutAnew: false });
		// an electronic signature adds to the end of the file that was issued
		const signed = Buffer.concat([pdf, Buffer.from('\n% tanda tangan\n%%EOF\n')]);
		connection.client.exec('BEGIN; DROP TRIGGER report_issues_stay');
		connection.client.exec("UPDATE report_issues SET address = 'https://lain.example.go.id'");
		try {
			expect(await verifyFile(connection.db, pdf)).toMatchObject({ kind: 'identical' });
			expect(await verifyFile(connection.db, signed)).toMatchObject({ kind: 'same_text' });
			expect(await verifyFile(connection.db, forged)).toMatchObject({ kind: 'different', isLaidOutAnew: true });
		} finally {
			connection.client.exec('ROLLBACK');
		}
	});

	test('with an altered figure is different, and the page and the figure are named', async () => {
		const { code } = await issueRegion('35.01');
		const { job, address } = findIssued(connection.db, code)!;
		if (job.kind !== 'region') throw new Error('not a region');
		// what a forger would write: another index, everything else as it was, the code too
		for (const result of job.data.results) if (result.region.code === '35.01') result.score.index = 4.77;
		const forged = await renderPdf('region', job.data, 'id', { code: printedCode(code), address });
		const verdict = await verifyFile(connection.db, forged);
		expect(verdict.kind).toBe('different');
		const { differences } = verdict as Extract<typeof verdict, { kind: 'different' }>;
		expect(differences.map(({ printed }) => printed).join(' ')).toContain('4,77');
		expect(differences[0]!.page).toBeGreaterThan(0);
	});

	test('without a code, with an unknown one, or that is no PDF, is told apart', async () => {
		const { code } = await issueRegion('35.01');
		const { job } = findIssued(connection.db, code)!;
		if (job.kind !== 'region') throw new Error('not a region');
		expect(await verifyFile(connection.db, await renderPdf('region', job.data))).toEqual({ kind: 'no_code' });
		const foreign = await renderPdf('region', job.data, 'id', { code: '0000-0000-0000', address: null });
		expect(await verifyFile(connection.db, foreign)).toEqual({ kind: 'unknown', code: '0000-0000-0000' });
		expect(await verifyFile(connection.db, Buffer.from('bukan PDF'))).toEqual({ kind: 'unreadable' });
	});
});

test('a published round: final, and open to whoever holds the paper as far as the round is open to the public', async () => {
	publishRound(connection.db, 'uji', NOW);
	const { code } = await issueRegion('35.01');
	const open = async (depth: PublicDepth, embargoUntil: number | null = null) => {
		const wanted = { depth, embargoUntil, licence: 'CC-BY-4.0' as const, contact: '' };
		savePublication({ db: connection.db, actor: PEOPLE.admin, now: NOW }, 'uji', wanted);
		return (await look(null, code))!;
	};
	expect(await open('none')).toMatchObject({ state: 'final', figures: null });
	expect((await open('indicators', NOW + 1)).figures).toBeNull();
	expect((await open('class')).figures).toMatchObject({ region: { index: null, predicate: null, domains: [] } });
	expect((await open('index')).figures).toMatchObject({ region: { index: expect.any(Number) as number, domains: [] } });
	expect((await open('domains')).figures).toEqual((await look(PEOPLE.admin, code))!.figures);
});
