import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { and, asc, eq } from 'drizzle-orm';
import { Zip, ZipPassThrough } from 'fflate';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportJobs, rounds } from '#lib/server/foundation/db/schema.ts';
import { inOrder } from '#lib/server/foundation/jobs/in-order.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { log } from '#lib/server/foundation/log.ts';
import { FOLDERS, isFolder, type ReportKind } from '#lib/domain/document/kinds.ts';
import { gatherFolder } from '#lib/server/documents/gather/gather-folder.ts';
import { collectDocument } from '#lib/server/documents/own-texts/collect-document.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { DOCUMENTS_OF_ONE, onBehalfOf } from '#lib/server/foundation/jobs/lanes.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { issueDocument } from '#lib/server/documents/verification/issue-report.ts';
import { jobFile, partFile, reportFolder } from './job-file.ts';

type Job = typeof reportJobs.$inferSelect;

/** A time that a ZIP file can hold: the same reports make the same bytes. */
const ZIP_TIME = new Date(1980, 0, 2);

const running = new WeakMap<Db, Promise<void>>();
const paused = new WeakSet<Db>();

/** People whose documents are made at the same time; of one person they are made one after the other. */
const PEOPLE_AT_ONCE = 2;

/** Makes the queued documents until none is left, one of each person in turn; does nothing while an earlier call
 *  still does so.
 *  @returns resolves when the queue is empty */
export function runJobs(db: Db, dataDir: string, clock: () => number = Date.now): Promise<void> {
	const under = running.get(db);
	if (under) return under;
	const work = emptyQueue(db, dataDir, clock).finally(() => running.delete(db));
	running.set(db, work);
	return work;
}

/** Stops the work under way because the server ends: it stays `running`, and the next start makes it anew.
 *  @returns resolves when none of it reaches for the database any more */
export async function pauseJobs(db: Db): Promise<void> {
	paused.add(db);
	await closeWorkers();
	await running.get(db);
}

/** Puts back the jobs that were under way when the server stopped, and goes on. */
export function resumeJobs(db: Db, dataDir: string): Promise<void> {
	paused.delete(db);
	db.update(reportJobs).set({ state: 'queued', done: 0 }).where(eq(reportJobs.state, 'running')).run();
	return runJobs(db, dataDir);
}

async function emptyQueue(db: Db, dataDir: string, clock: () => number): Promise<void> {
	mkdirSync(reportFolder(dataDir), { recursive: true });
	const under = new Map<string, Promise<void>>();
	const served = new Map<string, number>();
	const begin = (job: Job) => {
		const { madeBy } = job;
		served.set(madeBy, (served.get(madeBy) ?? 0) + 1);
		const work = onBehalfOf(madeBy, () => tryToMake(db, dataDir, job, clock));
		under.set(
			madeBy,
			work.finally(() => under.delete(madeBy))
		);
	};
	for (;;) {
		while (under.size < PEOPLE_AT_ONCE && !paused.has(db)) {
			const job = nextJob(db, under, served);
			if (!job) break;
			begin(job);
		}
		if (under.size === 0) return;
		await Promise.race(under.values());
	}
}

/** The oldest job of the person with the fewest documents served so far, among people with none under way. */
function nextJob(db: Db, under: ReadonlyMap<string, unknown>, served: ReadonlyMap<string, number>): Job | undefined {
	const order = [asc(reportJobs.madeAt), asc(reportJobs.id)];
	const queued = db
		.select()
		.from(reportJobs)
		.where(eq(reportJobs.state, 'queued'))
		.orderBy(...order)
		.all();
	const had = ({ madeBy }: Job) => served.get(madeBy) ?? 0;
	return queued.filter(({ madeBy }) => !under.has(madeBy)).sort((a, b) => had(a) - had(b))[0];
}

async function tryToMake(db: Db, dataDir: string, job: Job, clock: () => number): Promise<void> {
	db.update(reportJobs).set({ state: 'running' }).where(eq(reportJobs.id, job.id)).run();
	try {
		await make(db, dataDir, job, clock);
	} catch (error) {
		rmSync(partFile(dataDir, job), { force: true });
		if (paused.has(db)) return;
		log.error({ err: error, job: job.id }, 'a report could not be made');
		finish(db, job, { state: 'failed', finishedAt: clock() });
	}
}

async function make(db: Db, dataDir: string, job: Job, clock: () => number): Promise<void> {
	const { code: roundCode } = db.select({ code: rounds.code }).from(rounds).where(eq(rounds.id, job.roundId)).get()!;
	const round = findRound(db, roundCode)!;
	const dataState = dataStateOf(db, round); // the state as it is gathered: it may change, or be published, meanwhile
	const file = jobFile(dataDir, job);
	const part = partFile(dataDir, job);
	let code: string | null = null;
	const { kind } = job;
	if (isFolder(kind)) await writeAll(db, round, { ...job, kind }, { path: part, clock });
	else {
		const made = await makeOne(db, round, { ...job, kind }, clock);
		code = made.code;
		writeFileSync(part, made.bytes);
	}
	if (!isRunning(db, job)) return rmSync(part);
	renameSync(part, file); // a file under its final name is whole
	finish(db, job, {
		state: 'done',
		done: job.total,
		dataState,
		code,
		size: statSync(file).size,
		finishedAt: clock()
	});
}

async function makeOne(db: Db, round: Round, job: Job & { kind: ReportKind }, clock: () => number) {
	const now = clock();
	const { kind, subject, locale, format, options } = job;
	const wanted = await collectDocument(db, round, { kind, subject, locale, options }, now);
	if (!wanted) throw new Error(`no ${kind} ${subject} in round ${round.code}`);
	return issueDocument(db, round, { subject, job: wanted, format, issuer: issuerOf(job) }, now);
}

function issuerOf({ madeBy: userId, origin }: Job) {
	return { userId, origin };
}

/** Writes the document on every subject into one folder, all of the round as it is now. Each is written as it is
 *  made, so that they are never all in memory; ends early when the job was cancelled. */
async function writeAll(
	db: Db,
	round: Round,
	job: Job & { kind: keyof typeof FOLDERS },
	{ path, clock }: { path: string; clock: () => number }
): Promise<void> {
	const { kind, locale, options, format } = job;
	const now = clock();
	const wanted = await gatherFolder(db, round, { kind, locale, options }, now);
	const reports = inOrder(wanted, DOCUMENTS_OF_ONE, async ({ subject, makeJob }) => {
		const issued = { subject, job: withOwnTexts(db, round, makeJob()), format, issuer: issuerOf(job) };
		const { bytes } = await issueDocument(db, round, issued, now);
		return { bytes, name: documentName(round.code, { kind: FOLDERS[kind].of, subject, locale }, format) };
	});
	const file = openSync(path, 'w');
	try {
		const folder = new Zip((error, chunk) => {
			if (error) throw error;
			writeSync(file, chunk);
		});
		let done = 0;
		for await (const { bytes, name } of reports) {
			if (!isRunning(db, job)) return;
			const entry = new ZipPassThrough(name); // the documents are compressed already
			entry.mtime = ZIP_TIME;
			folder.add(entry);
			entry.push(bytes, true);
			db.update(reportJobs).set({ done: ++done }).where(eq(reportJobs.id, job.id)).run();
			await setImmediate(); // requests go first
		}
		folder.end();
	} finally {
		closeSync(file);
	}
}

/** Whether the job is still wanted here: neither cancelled nor left to the next start. */
function isRunning(db: Db, { id }: Job): boolean {
	return (
		!paused.has(db) &&
		db.select({ state: reportJobs.state }).from(reportJobs).where(eq(reportJobs.id, id)).get()?.state === 'running'
	);
}

/** Stores the result of a job; a job that was cancelled meanwhile stays cancelled. */
function finish(db: Db, { id }: Job, values: Partial<Job>): void {
	db.update(reportJobs)
		.set(values)
		.where(and(eq(reportJobs.id, id), eq(reportJobs.state, 'running')))
		.run();
}

/** State of the data that a document of a round is made from: its revision while the round runs, the beginning of
 *  the snapshot's hash later. */
export function dataStateOf(db: Db, round: Round): string {
	return findSnapshot(db, round)?.snapshot.hash.slice(0, 8).toUpperCase() ?? String(round.revision);
}
