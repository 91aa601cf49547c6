import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { getDocumentProxy } from 'unpdf';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { DEMO_NOW as NOW, openDemo } from '../support/demo-database.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { provincePlanCsv, regionPlanCsv } from '#lib/server/plans/province/plan-csv.ts';
import { readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { readRegionPlan } from '#lib/server/plans/plan/region-plan.ts';
import { jobFile } from '#lib/server/documents/jobs/job-file.ts';
import { readJobRequest } from '#lib/server/documents/jobs/job-request.ts';
import { findDocument, listJobs } from '#lib/server/documents/jobs/list-jobs.ts';
import { runJobs } from '#lib/server/documents/jobs/run-jobs.ts';
import { startJob } from '#lib/server/documents/jobs/start-job.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatDay } from '#lib/words/format-date.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import { verifyCode } from '#lib/server/documents/verification/verify-code.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';

vi.hoisted(() => vi.resetModules()); // what other files loaded has no spy in it
vi.mock('#lib/domain/planning/plan-actions.ts', { spy: true }); // it works as ever, and calls of this thread are counted

const ORIGIN = 'https://siap.example.go.id';
let folder: string;
let connection: Connection;
let round: Round;
/** The demo's accounts: one with the assessor's regions, one of Pacitan, one of an agency. */
let people: Record<string, Viewer>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'siap-plan-'));
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
	const accounts = connection.db.query.users.findMany().sync() as unknown as Viewer[];
	people = Object.fromEntries(accounts.map((account) => [account.username, account]));
});
afterAll(async () => {
	await closeWorkers();
	connection.close();
	rmSync(folder, { recursive: true });
});

async function textOf(pdf: Uint8Array): Promise<string> {
	const file = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
	let text = '';
	for (let number = 1; number <= file.numPages; number += 1) {
		const { items } = await (await file.getPage(number)).getTextContent();
		text += ` ${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(' ')}`;
	}
	return text.replaceAll('\u200b', '').replace(/\s+/g, ' ');
}

const plan = (region: string | null) => collectPlan(connection.db, round, { region, choice: round }, NOW);
const ask = (viewer: Viewer, subject: string) =>
	startJob(
		{ db: connection.db, actor: viewer, now: NOW },
		round,
		{ kind: 'plan', subject, locale: 'id', format: 'pdf', options: EVERYTHING },
		ORIGIN
	);

describe('the same numbers', () => {
	test('a region’s page, CSV and document have the same steps, person-days and dates', async () => {
		const key = { round: '2026', region: '35.01', agency: null };
		const { assessment } = findAssessment(connection.db, people.admin!, 'assessment.read', key)!;
		const choice = { ...round, capacityRefused: false };
		const page = readRegionPlan({ db: connection.db, now: NOW, locale: 'id' }, assessment, choice).plan!;
		const csv: Record<string, string>[] = parse(regionPlanCsv('2026', assessment.region, page.rows), {
			...{ columns: true, bom: true }
		});
		const text = await textOf(await renderPdf('plan', (await plan('35.01'))!));
		expect(page.rows.length).toBeGreaterThan(10);
		const list = stepList(text);
		for (const [at, row] of page.rows.entries()) {
			const effort = formatCount(row.effort, 'id');
			const dates = `${formatDay(row.startsOn, 'id')} ${formatDay(row.endsOn, 'id')}`;
			expect(csv[at]).toMatchObject({ effort_person_days: String(row.effort), ends_on: row.endsOn });
			const cells = [row.number, row.title, ANY, effort, dates];
			expect(cellsIn(list, cells), row.title).toBe(true);
		}
		const sum = csv.reduce((whole, row) => whole + Number(row.effort_person_days), 0);
		expect(text).toContain(`memerlukan ${page.rows.length} langkah, seluruhnya ${formatCount(sum, 'id')} orang-hari`);
	});

	test('the province’s page, CSV and document have the same steps, person-days and dates', async () => {
		const { steps, regions } = await readProvincePlan({ db: connection.db, now: NOW, locale: 'id' }, round, {
			lead: null,
			domain: null
		});
		const csv: Record<string, string>[] = parse(provincePlanCsv('2026', steps), { columns: true, bom: true });
		const text = await textOf(await renderPdf('plan', (await plan(null))!));
		const list = stepList(text);
		for (const [at, step] of steps.entries()) {
			const { title, effort, startsOn, endsOn } = step;
			expect(csv[at]).toMatchObject({ effort_person_days: String(effort), starts_on: startsOn, ends_on: endsOn });
			const dates = `${formatDay(startsOn, 'id')} ${formatDay(endsOn, 'id')}`;
			const cells = [title, ANY, step.regions.length, ANY, formatCount(effort, 'id'), dates];
			expect(cellsIn(list, cells), title).toBe(true);
		}
		const sum = csv.reduce((whole, row) => whole + Number(row.effort_person_days), 0);
		expect(text).toContain(`${steps.length} macam langkah, seluruhnya ${formatCount(sum, 'id')} orang-hari`);
		expect(text).toContain(`${regions.reached} / ${regions.all}`);
	});
});

describe('who may make and read it', () => {
	test('the plan of a region: who reads its result; of all: who reads the province’s', async () => {
		const { admin, asesor1, surabaya, pacitan, dinkes, gubernur } = people;
		for (const viewer of [surabaya!, dinkes!]) expect(ask(viewer, '35.01')).toEqual({ kind: 'forbidden' });
		for (const viewer of [asesor1!, pacitan!, surabaya!]) expect(ask(viewer, '')).toEqual({ kind: 'forbidden' });
		expect(ask(admin!, '99.99')).toEqual({ kind: 'missing' });
		const own = ask(pacitan!, '35.01');
		const all = ask(gubernur!, '');
		if (own.kind !== 'started' || all.kind !== 'started') throw new Error('not started');
		await runJobs(connection.db, folder, () => NOW);
		const opens = (viewer: Viewer, id: string) => findDocument(connection.db, viewer, round, id) !== null;
		expect([asesor1!, pacitan!, gubernur!, surabaya!, dinkes!].map((viewer) => opens(viewer, own.id))).toEqual([
			...[true, true, true, false, false]
		]);
		expect([gubernur!, admin!, asesor1!, pacitan!].map((viewer) => opens(viewer, all.id))).toEqual([
			...[true, true, false, false]
		]);
		expect(listJobs(connection.db, pacitan!, round)).toMatchObject([
			{ kind: 'plan', subjectName: 'Kabupaten Pacitan' }
		]);
		const bytes = readFileSync(jobFile(folder, { id: own.id, kind: 'plan', format: 'pdf' }));
		expect((await verifyFile(connection.db, bytes)).kind).toBe('identical');
	});

	test('the plan of one region names no other region', async () => {
		const report = (await plan('35.01'))!;
		const text = await textOf(await renderPdf('plan', report));
		expect(text).toContain('Kabupaten Pacitan');
		const others = report.results.map(({ region }) => region.name).filter((name) => name !== 'Kabupaten Pacitan');
		expect(others.filter((name) => text.includes(name))).toEqual([]);
		expect(Object.keys(report.plans)).toEqual(['35.01']);
	});
});

describe('its code', () => {
	const issue = async (region: string | null, now = NOW) => {
		const data = (await collectPlan(connection.db, round, { region, choice: round }, now))!;
		const issuer = { userId: people.admin!.id, origin: ORIGIN };
		return issueReport(
			connection.db,
			round,
			{ subject: region ?? '', job: { kind: 'plan', data, locale: 'id' }, issuer },
			now
		);
	};
	const look = (viewer: Viewer | null, code: string) =>
		verifyCode(connection.db, viewer, code, { locale: 'id', now: NOW });

	test('shows, counted anew, what each agency has to do, to those who may read the plan', async () => {
		const { code, pdf } = await issue('35.01');
		const again = await issue('35.01');
		expect([again.code, again.pdf.equals(pdf)]).toEqual([code, true]);
		const seen = (await look(people.pacitan!, code))!;
		expect(seen).toMatchObject({ kind: 'plan', subject: 'Kabupaten Pacitan', isSound: true, state: 'draft' });
		if (seen.figures?.kind !== 'plan') throw new Error('no figures');
		const { leads, total } = seen.figures;
		expect(leads.reduce((sum, { effort }) => sum + effort, 0)).toBe(total!.effort);
		expect(leads.reduce((sum, { steps }) => sum + steps, 0)).toBe(total!.steps);
		const text = await textOf(pdf);
		for (const { name, steps, effort, startsOn, endsOn } of leads) {
			const dates = `${formatDay(startsOn, 'id')} ${formatDay(endsOn, 'id')}`;
			expect(text).toContain(`${name} ${steps} ${formatCount(effort, 'id')} ${dates}`);
		}
		for (const viewer of [null, people.surabaya!, people.dinkes!])
			expect(await look(viewer, code)).toMatchObject({ figures: null });
	});

	test('of the plan of all is for those who read the province’s report', async () => {
		const { code, pdf } = await issue(null);
		expect(await look(people.gubernur!, code)).toMatchObject({
			subject: null,
			isSound: true,
			figures: { kind: 'plan' }
		});
		expect(await look(people.asesor1!, code)).toMatchObject({ figures: null });
		expect((await verifyFile(connection.db, pdf)).kind).toBe('identical');
	});

	test('is checked once, and planned anew in another thread: its page can be opened without end and nobody waits', async () => {
		const { code } = await issue(null, NOW + 86_400_000);
		const posted = vi.spyOn(Worker.prototype, 'postMessage');
		await plan('35.78');
		expect(planActions).toHaveBeenCalled(); // one region is planned here, and that is counted
		vi.mocked(planActions).mockClear();
		const together = await Promise.all([look(null, code), look(people.gubernur!, code)]);
		for (const seen of together) expect(seen).toMatchObject({ isSound: true });
		expect(posted).toHaveBeenCalledOnce();
		expect(await look(people.admin!, code)).toEqual(together[1]);
		expect(posted).toHaveBeenCalledOnce();
		expect(planActions).not.toHaveBeenCalled();
		posted.mockRestore();
	});
});

test('the plan of a published round is final, has no deadline any more, and its figures are for those who log in', async () => {
	const published = findRound(connection.db, '2025')!;
	const data = (await collectPlan(connection.db, published, { region: '35.02', choice: published }, NOW))!;
	const issuer = { userId: people.admin!.id, origin: ORIGIN };
	const job = { kind: 'plan', data, locale: 'id' } as const;
	const { code, pdf } = await issueReport(connection.db, published, { subject: '35.02', job, issuer }, NOW);
	const text = await textOf(pdf);
	expect(text).toContain('sudah lewat. Rencana dihitung mulai');
	expect(text).not.toContain('DRAF');
	const look = (viewer: Viewer | null) => verifyCode(connection.db, viewer, code, { locale: 'id', now: NOW });
	expect(await look(people.surabaya!)).toMatchObject({ state: 'final', isSound: true, figures: { kind: 'plan' } });
	expect(await look(null)).toMatchObject({ state: 'final', figures: null });
});

test('the form takes a unit cost for a plan alone, in the ways that people write it', () => {
	const form = (what: string, unitCost: string) => {
		const data = new FormData();
		data.append('what', what);
		data.append('unitCost', unitCost);
		return data;
	};
	for (const typed of ['350000', '350.000', ' 350,000 ', '350 000', 'Rp 350.000', 'Rp350.000,00', 'rp. 350.000,-'])
		expect(readJobRequest(form('plan:35.78', typed))).toMatchObject({
			subject: '35.78',
			options: { unitCost: 350_000 }
		});
	const withoutCost = (read: ReturnType<typeof readJobRequest>) =>
		typeof read !== 'string' && read.options.unitCost === undefined;
	expect(withoutCost(readJobRequest(form('plan', '')))).toBe(true);
	for (const typed of ['0', '-5', '3,50', 'murah', '100.000.001', 'Rp', ',-'])
		expect(readJobRequest(form('plan', typed)), typed).toBe('unitCost');
	expect(withoutCost(readJobRequest(form('region:35.78', '350000')))).toBe(true);
	expect(readJobRequest(form('everything', ''))).toBe('what');
});

/** Whatever else stands in a row. */
const ANY = null;

/** The chapter with all steps, as its text stands in the file. */
function stepList(text: string): string {
	const start = text.lastIndexOf('3 Daftar langkah');
	return text.slice(start, text.indexOf('4 Pembagian tugas', start));
}

/** Whether such a row is there; where lines are broken does not matter. */
function cellsIn(list: string, cells: (string | number | null)[]): boolean {
	const bare = (value: string) => value.replace(/\s/g, '');
	const parts = cells.map((cell) => (cell === ANY ? '.{0,500}?' : literal(bare(String(cell)))));
	return new RegExp(parts.join('')).test(bare(list));
}

function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
