import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { saveAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { auditLog, reportJobs, rounds } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { listJobs } from '#lib/server/documents/jobs/list-jobs.ts';
import { startJob } from '#lib/server/documents/jobs/start-job.ts';
import type { PlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import { listUnsureReports } from '#lib/server/documents/own-texts/list-unsure.ts';
import { countUnsure, readTexts } from '#lib/server/documents/own-texts/read-texts.ts';
import { textTarget } from '#lib/server/documents/own-texts/text-target.ts';
import { TextWrite, writeText } from '#lib/server/documents/own-texts/write-text.ts';
import { collectDocument } from '#lib/server/documents/own-texts/collect-document.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { issueReport } from '#lib/server/documents/verification/issue-report.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';
import { renderWord, type WordJob } from '#lib/server/documents/word/render-word.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';
import { publishRound } from '../support/publish-round.ts';
import { unzipTexts } from '../support/unzip.ts';

const small = withSmallRound();
afterAll(closeWorkers);

const PACITAN = textTarget('35.01', 'id');
const PROVINCE = textTarget('province', 'id');
const PLAN = textTarget('35.01', 'id', 'plan');
const PLANS = textTarget('province', 'id', 'plan');
const OWN = 'Tim menulis sendiri paragraf ini.';

const round = () => findRound(small.db, 'uji')!;
const textsOf = async (target = PACITAN) => (await readTexts(small.db, round(), target, NOW))!;

async function paragraph(passage: string, target = PACITAN) {
	const { chapters, orphans } = await textsOf(target);
	return [...chapters.flatMap(({ texts }) => texts), ...orphans].find((text) => text.passage === passage)!;
}

/** Writes as somebody who looks at the page now, but for what is changed. */
async function write(passage: string, change: Partial<TextWrite> = {}, viewer: Viewer = PEOPLE.reviewer, to = PACITAN) {
	const { version = 0, seen = '' } = (await paragraph(passage, to)) ?? {};
	const form = { passage, choice: 'own', text: OWN, version: String(version), seen, ...change };
	return writeText({ db: small.db, actor: viewer, now: NOW }, round(), to, TextWrite.parse(form));
}

async function answer(indicator: string, level: number) {
	const key = { round: 'uji', region: '35.01', agency: null };
	const written = { track: 'assessor' as const, level, notApplicable: false, justification: 'Diperiksa.' };
	const request = { baseVersion: 0, requestId: randomUUID(), evidenceWaiver: 'Dilihat di tempat.' };
	const saved = await saveAnswer({ db: small.db, actor: PEOPLE.asesor, now: NOW }, key, indicator, {
		...written,
		...request
	});
	expect(saved.kind).toBe('saved');
}

const jobOf = async (subject: string) => {
	const kind = subject === '' ? 'province' : 'region';
	return (await collectDocument(small.db, round(), { kind, subject, locale: 'id' }, NOW)) as WordJob;
};
async function issued(subject = '35.01') {
	const { pdf, code } = await issueReport(
		small.db,
		round(),
		{ subject, job: await jobOf(subject), issuer: { userId: null, origin: null } },
		NOW
	);
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
	return { pdf, code, text: text.replace(/\s+/g, ' ') };
}
const wordOf = async (subject: string) => [...unzipTexts(await renderWord(await jobOf(subject))).values()].join('\n');

describe('a paragraph that somebody wrote', () => {
	test('stands in PDF and Word of that report alone, which has another code and is genuine', async () => {
		const before = await issued();
		expect(await write('summary.meaning')).toEqual({ kind: 'saved' });
		const after = await issued();
		expect(after.text).toContain(OWN);
		expect(before.text).not.toContain(OWN);
		expect(after.code).not.toBe(before.code);
		expect(await wordOf('35.01')).toContain(OWN);
		expect(await verifyFile(small.db, after.pdf)).toMatchObject({ kind: 'identical' });
		expect(await verifyFile(small.db, before.pdf), 'documents of before stay genuine').toMatchObject({
			kind: 'identical'
		});
		for (const other of ['35.78', '']) expect((await issued(other)).text).not.toContain(OWN);
		const english = await collectDocument(small.db, round(), { kind: 'region', subject: '35.01', locale: 'en' }, NOW);
		expect(JSON.stringify(english)).not.toContain(OWN);

		expect(await write('summary.meaning', { choice: 'generated' })).toEqual({ kind: 'saved' });
		expect((await issued()).code, 'the same content, the same code').toBe(before.code);
	});

	test('of the province stands in its report, in the chapter of the region it is about', async () => {
		expect(await write('ranking.finding', {}, PEOPLE.admin, PROVINCE)).toEqual({ kind: 'saved' });
		await write('regions.35.01.meaning', { text: 'Tentang Pacitan.' }, PEOPLE.admin, PROVINCE);
		const { pdf, text } = await issued('');
		expect(text).toContain(OWN);
		expect(text).toContain('Tentang Pacitan.');
		expect(await verifyFile(small.db, pdf)).toMatchObject({ kind: 'identical' });
		const word = await wordOf('');
		expect([OWN, 'Tentang Pacitan.'].filter((part) => !word.includes(part))).toEqual([]);
		expect((await issued()).text).not.toContain('Tentang Pacitan.');
	});

	test('of an agency stands in the agency’s report alone, by whoever reaches that agency', async () => {
		const dinkes = textTarget('agency:opd-dinkes', 'id');
		expect(await write('summary.meaning', {}, PEOPLE.reviewer, dinkes)).toEqual({ kind: 'saved' });
		for (const other of [PEOPLE.asesor, PEOPLE.dinkes, PEOPLE.surabaya])
			expect(await write('summary.meaning', {}, other, dinkes)).toEqual({ kind: 'forbidden' });
		const wanted = { kind: 'agency', subject: 'opd-dinkes', locale: 'id' } as const;
		const job = (await collectDocument(small.db, round(), wanted, NOW))!;
		const { pdf } = await issueReport(
			small.db,
			round(),
			{ subject: 'opd-dinkes', job, issuer: { userId: null, origin: null } },
			NOW
		);
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
		expect(text.replace(/\s+/g, ' ')).toContain(OWN);
		expect(await verifyFile(small.db, pdf)).toMatchObject({ kind: 'identical' });
		expect((await issued('35.78')).text).not.toContain(OWN);
	});

	test('of a plan stands in that plan alone, which has another code and is genuine', async () => {
		await answer('A1', 1);
		const planOf = async (subject: string) => {
			const job = (await collectDocument(small.db, round(), { kind: 'plan', subject, locale: 'id' }, NOW))!;
			const issuer = { userId: null, origin: null };
			const { pdf, code } = await issueReport(small.db, round(), { subject, job, issuer }, NOW);
			const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
			return { pdf, code, text: text.replace(/\s+/g, ' ') };
		};
		const before = await planOf('35.01');
		expect(await write('summary.capacity', {}, PEOPLE.asesor, PLAN)).toEqual({ kind: 'saved' });
		expect(await write('method.all', { text: 'Tentang semua.' }, PEOPLE.admin, PLANS)).toEqual({ kind: 'saved' });
		const after = await planOf('35.01');
		expect(after.text).toContain(OWN);
		expect(after.code).not.toBe(before.code);
		expect(await verifyFile(small.db, after.pdf)).toMatchObject({ kind: 'identical' });
		const together = (await planOf('')).text;
		expect(together).toContain('Tentang semua.');
		expect(together).not.toContain(OWN);
		expect(JSON.stringify(await jobOf('35.01'))).not.toContain(OWN);
		const { subject } = small.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1).get()!;
		expect(subject).toBe('report_text/uji/plan:province/id/method.all');
	});

	test('of a plan goes with the round’s target and capacity, about which it was written', async () => {
		await answer('A1', 1);
		await write('summary.capacity', {}, PEOPLE.admin, PLAN);
		const textsWith = async (change: Partial<PlanChoice>) => {
			const data = (await collectPlan(small.db, round(), { region: '35.01', choice: { ...round(), ...change } }, NOW))!;
			return withOwnTexts(small.db, round(), { kind: 'plan', data, locale: 'id' }).data.texts;
		};
		expect(await textsWith({ targetClass: 'nearly_ready', targetChosen: true })).toEqual({ 'summary.capacity': OWN });
		expect(await textsWith({ dailyCapacity: round().dailyCapacity + 1 })).toBeUndefined();
		expect(await textsWith({ targetClass: 'ready', targetChosen: true })).toBeUndefined();
	});

	test('is text and never markup, with signs that the typeface lacks replaced', async () => {
		const text = '#pagebreak() *tebal* $x$ @label <b> \\ " \u{1f600}\r\nBaris kedua ✔';
		await write('foreword.what', { text });
		const printed = (await issued()).text;
		expect(printed).toContain('#pagebreak() *tebal* $x$ @label <b> \\ " □ Baris kedua √');
		expect(await wordOf('35.01')).toContain('#pagebreak() *tebal* $x$ @label &lt;b&gt;');
	});

	test('can be left out, which is said apart from an empty text', async () => {
		const { generated } = await paragraph('introduction.aim');
		expect(await write('introduction.aim', { text: ' \n ' })).toEqual({ kind: 'empty' });
		expect((await issued()).text).toContain(generated!);
		expect(await write('introduction.aim', { choice: 'omit' })).toEqual({ kind: 'saved' });
		const { text } = await issued();
		expect(text).not.toContain(generated!);
		expect(text).toContain('Maksud dan tujuan');
	});

	test('is refused when it is too long, the same as the system’s, or of no paragraph', async () => {
		const { generated, limit } = await paragraph('gaps.lead');
		expect(await write('gaps.lead', { text: 'a'.repeat(limit + 1) })).toEqual({
			kind: 'long',
			limit,
			length: limit + 1
		});
		expect(await write('gaps.lead', { text: ` ${generated}\r\n` })).toEqual({ kind: 'same' });
		expect(await write('plan.nothing')).toEqual({ kind: 'missing' });
		expect(await write('gaps.lead', { choice: 'keep' }), 'nothing to keep').toEqual({ kind: 'missing' });
		expect(TextWrite.safeParse({ passage: 'gaps.lead', choice: 'other', text: '', version: 0, seen: '' }).success).toBe(
			false
		);
		expect((await textsOf()).chapters.flatMap(({ texts }) => texts).filter(({ own }) => own)).toEqual([]);
	});
});

test('a document of before says that its text has changed since', async () => {
	const wanted = { kind: 'region', subject: '35.01', locale: 'id', format: 'pdf', options: EVERYTHING } as const;
	startJob({ db: small.db, actor: PEOPLE.admin, now: NOW - 1000 }, round(), wanted, 'https://siap.example.go.id');
	small.db.update(reportJobs).set({ state: 'done' }).run();
	const listed = (viewer: Viewer) => listJobs(small.db, viewer, round()).map(({ hasOtherTexts }) => hasOtherTexts);
	await write('gaps.lead', {}, PEOPLE.admin, textTarget('35.78', 'id'));
	expect(listed(PEOPLE.admin)).toEqual([false]);
	await write('gaps.lead');
	expect(listed(PEOPLE.pacitan)).toEqual([true]);
});

describe('who writes', () => {
	const outcome = async (viewer: Viewer, target: typeof PACITAN, passage: string) =>
		(await write(passage, {}, viewer, target)).kind;

	test.each([
		['admin', 'saved', 'saved', 'saved'],
		['reviewer', 'saved', 'saved', 'saved'],
		['asesor', 'saved', 'forbidden', 'forbidden'], // assigned to Pacitan
		['pacitan', 'forbidden', 'forbidden', 'forbidden'],
		['surabaya', 'forbidden', 'forbidden', 'forbidden'],
		['dinkes', 'forbidden', 'forbidden', 'forbidden'],
		['gubernur', 'forbidden', 'forbidden', 'forbidden']
	] as const)('%s: Pacitan %s, Surabaya %s, the province %s', async (person, pacitan, surabaya, province) => {
		const viewer = PEOPLE[person];
		expect(await outcome(viewer, PACITAN, 'gaps.lead')).toBe(pacitan);
		expect(await outcome(viewer, textTarget('35.78', 'id'), 'gaps.lead')).toBe(surabaya);
		expect(await outcome(viewer, PROVINCE, 'plan.lead')).toBe(province);
		expect(await outcome(viewer, PLAN, 'summary.finding')).toBe(pacitan);
		expect(await outcome(viewer, PLANS, 'summary.finding')).toBe(province);
	});

	test('after publication only those who reach the whole round, and nobody once it is closed', async () => {
		publishRound(small.db, 'uji', NOW);
		expect(await outcome(PEOPLE.asesor, PACITAN, 'gaps.lead')).toBe('forbidden');
		expect(await outcome(PEOPLE.reviewer, PACITAN, 'gaps.lead')).toBe('saved');
		const { pdf, text } = await issued();
		expect(text).toContain(OWN);
		expect(await verifyFile(small.db, pdf)).toMatchObject({ kind: 'identical', issued: { state: 'final' } });
		small.db.update(rounds).set({ status: 'closed' }).where(eq(rounds.code, 'uji')).run();
		expect(await outcome(PEOPLE.admin, PACITAN, 'plan.lead')).toBe('forbidden');
	});

	test('stands in the audit log with both texts', async () => {
		await write('gaps.lead', { text: 'Pertama.' });
		await write('gaps.lead', { text: 'Kedua.' }, PEOPLE.admin);
		const last = small.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1).get()!;
		expect(last).toMatchObject({
			action: 'report_text.own',
			subject: 'report_text/uji/35.01/id/gaps.lead',
			actorName: 'ADMIN'
		});
		expect([JSON.parse(last.before!), JSON.parse(last.after!)]).toMatchObject([
			{ choice: 'own', text: 'Pertama.' },
			{ choice: 'own', text: 'Kedua.' }
		]);
		expect(verifyAudit(small.db)).toMatchObject({ firstBroken: null });
	});

	test('overwrites nobody unseen, and the same form twice is the same as once', async () => {
		const first = await paragraph('gaps.lead');
		const form = { text: 'Dari A.', version: 0, seen: first.seen };
		expect(await write('gaps.lead', form, PEOPLE.admin)).toEqual({ kind: 'saved' });
		expect(await write('gaps.lead', form, PEOPLE.admin), 'sent again').toEqual({ kind: 'saved' });
		const stale = await write('gaps.lead', { text: 'Dari B.', version: 0, seen: first.seen });
		expect(stale).toMatchObject({ kind: 'conflict', by: 'ADMIN', current: { choice: 'own', text: 'Dari A.' } });
		expect(await paragraph('gaps.lead')).toMatchObject({ version: 1, own: { text: 'Dari A.', writtenBy: 'ADMIN' } });
		await write('gaps.lead', { choice: 'generated' }, PEOPLE.admin);
		const onRemoved = await write('gaps.lead', { text: 'Dari B.', version: 1, seen: first.seen });
		expect(onRemoved).toMatchObject({ kind: 'conflict', current: null });
	});
});

describe('when the data change', () => {
	test('the text stays and is marked, until somebody keeps it, rewrites it or goes back', async () => {
		await write('foreword.tracks');
		const before = await paragraph('foreword.tracks');
		expect(before.isMarked).toBe(false);
		expect(await listUnsureReports(small.db, PEOPLE.admin, round(), NOW)).toEqual([]);
		await answer('A1', 2);

		const marked = await paragraph('foreword.tracks');
		expect(marked).toMatchObject({ isMarked: true, own: { text: OWN, generated: before.generated } });
		expect(marked.generated).not.toBe(before.generated);
		expect((await issued()).text).toContain(OWN);
		const unsure = { report: '35.01', document: 'report', subjectName: 'Kabupaten Pacitan', locale: 'id', count: 1 };
		for (const viewer of [PEOPLE.admin, PEOPLE.pacitan, PEOPLE.gubernur])
			expect(await listUnsureReports(small.db, viewer, round(), NOW)).toEqual([unsure]);
		expect(await listUnsureReports(small.db, PEOPLE.surabaya, round(), NOW)).toEqual([]);

		const unseen = await write('foreword.tracks', { choice: 'keep', seen: before.seen });
		expect(unseen, 'kept without having seen the new data').toEqual({ kind: 'moved' });
		expect(await write('foreword.tracks', { choice: 'keep' })).toEqual({ kind: 'saved' });
		expect(await paragraph('foreword.tracks')).toMatchObject({ isMarked: false, own: { text: OWN } });
	});

	test('another day alone marks nothing, in the report and in the plan', async () => {
		await answer('A1', 1);
		await write('foreword.what');
		await write('plan.lead');
		for (const passage of ['summary.timing', 'steps.finding'])
			expect(await write(passage, {}, PEOPLE.admin, PLAN)).toEqual({ kind: 'saved' });
		const unsureOn = async (day: number) => {
			const texts = [PACITAN, PLAN].map((target) => readTexts(small.db, round(), target, day));
			return (await Promise.all(texts)).map((found) => countUnsure(found!));
		};
		expect(await unsureOn(NOW + 9 * 86_400_000)).toEqual([0, 0]);

		await answer('B1', 4); // fewer steps
		expect(await unsureOn(NOW)).toEqual([1, 2]);
		expect(await listUnsureReports(small.db, PEOPLE.admin, round(), NOW)).toMatchObject([
			{ report: '35.01', document: 'plan', subjectName: 'Kabupaten Pacitan', count: 2 },
			{ report: '35.01', document: 'report', count: 1 }
		]);
	});

	test('a text whose sentence is gone is not printed, not lost, and stands in its place when the sentence is back', async () => {
		await answer('A1', 1);
		await answer('A2', 1);
		const all = (await textsOf()).chapters.flatMap(({ texts }) => texts).map(({ passage }) => passage);
		expect(all).toContain('plan.assumed');
		await write('plan.assumed');
		small.db.update(rounds).set({ targetClass: 'lagging' }).where(eq(rounds.code, 'uji')).run();
		await answer('A3', 1); // what changes is in the audit log
		const { orphans } = await textsOf();
		expect(orphans).toMatchObject([{ passage: 'plan.assumed', generated: null, own: { text: OWN } }]);
		expect((await issued()).text).not.toContain(OWN);
		expect(await listUnsureReports(small.db, PEOPLE.admin, round(), NOW)).toMatchObject([{ count: 1 }]);
		expect(await write('plan.assumed')).toEqual({ kind: 'missing' });
		expect((await paragraph('plan.assumed')).own).not.toBeNull();

		small.db.update(rounds).set({ targetClass: 'nearly_ready' }).where(eq(rounds.code, 'uji')).run();
		await answer('A4', 1);
		expect((await textsOf()).orphans).toEqual([]);
		expect((await issued()).text).toContain(OWN);
	});
});
