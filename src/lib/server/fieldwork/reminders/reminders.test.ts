import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW as OPENED, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { startSmtp, type TestSmtp } from '../../../../../tests/support/smtp-server.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { addDefaultMilestones } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import {
	assessments,
	assignments,
	auditLog,
	clarifications,
	evidence,
	reminders,
	rounds,
	users
} from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { countUnseen, listOwnReminders, markSeen } from './list-reminders.ts';
import { readRoundFacts } from './round-facts.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { readRoundReminders } from './round-reminders.ts';
import { sendDigests } from './send-digests.ts';
import { previewTomorrow, writeDueReminders } from './write-reminders.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const ORIGIN = 'https://siap.contoh.go.id';
const small = withSmallRound();
const round = () => findRound(small.db, 'uji')!;
// The round runs from 1 September; at the end of September, 10 o'clock in East Java, nobody has begun.
const NOW = OPENED;

let smtp: TestSmtp;
let mailer: Mailer;

beforeEach(async () => {
	smtp = await startSmtp();
	mailer = createMailer({ smtpUrl: smtp.url, from: 'SIAP Satu Data <siap@contoh.go.id>' });
	return () => smtp.close();
});

const giveAddress = (id: string, email = `${id}@contoh.go.id`) =>
	small.db.update(users).set({ email }).where(eq(users.id, id)).run();
const rowsOf = (userId: string) => small.db.select().from(reminders).where(eq(reminders.userId, userId)).all();

/** A question to Pacitan that waits for its answer. */
function askPacitan(): void {
	const { db } = small;
	const { id: assessmentId } = db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	db.insert(clarifications)
		.values({
			id: 'k1',
			assessmentId,
			indicator: 'A1',
			state: 'asked',
			dueOn: '2026-10-02',
			askedBy: 'asesor',
			askedAt: NOW,
			changedAt: NOW
		})
		.run();
}

test('what is due is written once, whenever and however often the job runs', () => {
	const { db } = small;
	addDefaultMilestones(db, round(), NOW);
	expect(writeDueReminders(db, round(), NOW)).toBe(3); // Pacitan, Surabaya, and Surabaya's agency
	expect(writeDueReminders(db, round(), NOW + 10 * 60_000)).toBe(0);
	expect(writeDueReminders(db, round(), NOW + 7 * DAY)).toBe(3); // the next week
	expect(
		db
			.select()
			.from(auditLog)
			.all()
			.filter(({ action }) => action === 'reminders.write')
	).toHaveLength(2);
	expect(verifyAudit(db).firstBroken).toBe(null);
});

test('a round that does not run reminds nobody', () => {
	small.db.update(rounds).set({ status: 'published' }).run();
	expect(writeDueReminders(small.db, round(), NOW)).toBe(0);
	expect(previewTomorrow(small.db, round(), NOW)).toEqual([]);
});

test('tomorrow holds what is not written yet', () => {
	const { db } = small;
	writeDueReminders(db, round(), NOW);
	expect(previewTomorrow(db, round(), NOW)).toEqual([]); // the same week
	const sunday = NOW + 4 * DAY; // the round's weeks begin on Tuesdays
	expect(previewTomorrow(db, round(), sunday).map(({ userId, reason }) => `${userId} ${reason}`)).toEqual([
		'pacitan not_started',
		'surabaya not_started',
		'dinkes not_started'
	]);
});

test('a person reads what, why and where, and only the own ones; seen is seen once', () => {
	const { db } = small;
	askPacitan();
	writeDueReminders(db, round(), NOW);
	const own = listOwnReminders(db, PEOPLE.pacitan, 'id');
	expect(own.map(({ reason }) => reason).sort()).toEqual(['clarification_due', 'not_started']);
	const question = own.find(({ reason }) => reason === 'clarification_due')!;
	expect(question.sentence).toBe('Klarifikasi Kab. Pacitan untuk indikator A1 ditunggu paling lambat 2 Oktober 2026.');
	expect(question.why).toMatch(/^Anda menerima ini karena asesor bertanya kepada Kab. Pacitan/);
	expect(question.href).toMatch(/^\/rounds\/uji\/regions\/35\.01/);
	expect(listOwnReminders(db, PEOPLE.dinkes, 'en')[0]?.sentence).toContain('Dinas Kesehatan, Kota Surabaya');
	expect(markSeen(db, PEOPLE.surabaya, [question.id], NOW)).toBe(0); // somebody else's
	expect(markSeen(db, PEOPLE.pacitan, [question.id], NOW)).toBe(1);
	expect(markSeen(db, PEOPLE.pacitan, null, NOW)).toBe(1);
	expect(countUnseen(db, PEOPLE.pacitan)).toBe(0);
	expect(countUnseen(db, PEOPLE.surabaya)).toBe(1);
});

test('a digest goes to those with an address, once, with the reason and links to the public address', async () => {
	const { db } = small;
	giveAddress('pacitan');
	writeDueReminders(db, round(), NOW);
	expect(await sendDigests(db, mailer, ORIGIN, NOW)).toBe(1);
	expect(await sendDigests(db, mailer, ORIGIN, NOW + HOUR)).toBe(0);
	expect(smtp.messages).toHaveLength(1);
	const [{ to, data }] = smtp.messages as [{ to: string[]; data: string }];
	expect(to).toEqual(['pacitan@contoh.go.id']);
	expect(data).toMatch(/^From: SIAP Satu Data <siap@contoh\.go\.id>/m);
	expect(data).toMatch(/^Subject: SIAP Satu Data: 1 pengingat, 1 Oktober 2026/m);
	expect(data).toMatch(/^Auto-Submitted: auto-generated/m);
	expect(data).toContain('text/plain');
	expect(data).toContain('text/html');
	const plain = data.replaceAll('=\r\n', '');
	expect(plain).toContain('Kab. Pacitan belum memulai penilaian mandiri');
	expect(plain).toContain('Anda menerima ini karena');
	expect(plain).toContain(`${ORIGIN}/rounds/uji/regions/35.01/form`);
	expect(rowsOf('pacitan')).toMatchObject([{ emailedAt: NOW, emailError: null, emailTries: 1 }]);
	expect(rowsOf('surabaya')).toMatchObject([{ emailedAt: null, emailTries: 0 }]);
});

test('two runs at the same time send one mail', async () => {
	giveAddress('pacitan');
	writeDueReminders(small.db, round(), NOW);
	const sent = await Promise.all([1, 2].map(() => sendDigests(small.db, mailer, ORIGIN, NOW)));
	expect(sent.toSorted()).toEqual([0, 1]);
	expect(smtp.messages).toHaveLength(1);
});

test('no second digest on the same day, the next one tomorrow', async () => {
	const { db } = small;
	giveAddress('pacitan');
	writeDueReminders(db, round(), NOW);
	await sendDigests(db, mailer, ORIGIN, NOW);
	askPacitan();
	expect(writeDueReminders(db, round(), NOW + HOUR)).toBe(1);
	expect(await sendDigests(db, mailer, ORIGIN, NOW + 2 * HOUR)).toBe(0);
	expect(await sendDigests(db, mailer, ORIGIN, NOW + DAY)).toBe(1);
	expect(smtp.messages).toHaveLength(2);
});

test('what the server refuses is kept with its words, tried again after an hour, three times at most', async () => {
	const { db } = small;
	giveAddress('pacitan');
	writeDueReminders(db, round(), NOW);
	smtp.manner = 'reject';
	for (const [hours, tries] of [
		[0, 1],
		[0.5, 1], // too early
		[1, 2],
		[2, 3],
		[4, 3] // not again
	] as const) {
		expect(await sendDigests(db, mailer, ORIGIN, NOW + hours * HOUR)).toBe(0);
		expect(rowsOf('pacitan')[0]).toMatchObject({ emailedAt: null, emailTries: tries });
	}
	expect(rowsOf('pacitan')[0]!.emailError).toContain('tidak ada kotak surat itu');
	expect(smtp.messages).toEqual([]);
});

test('a refusal that passes is forgotten once the mail is taken', async () => {
	giveAddress('pacitan');
	writeDueReminders(small.db, round(), NOW);
	smtp.manner = 'reject';
	await sendDigests(small.db, mailer, ORIGIN, NOW);
	smtp.manner = 'accept';
	expect(await sendDigests(small.db, mailer, ORIGIN, NOW + HOUR)).toBe(1);
	expect(rowsOf('pacitan')[0]).toMatchObject({ emailError: null, emailTries: 2, emailedAt: NOW + HOUR });
});

test('where the line breaks after the message was handed over it is not sent twice', async () => {
	giveAddress('pacitan');
	writeDueReminders(small.db, round(), NOW);
	smtp.manner = 'hang_up';
	await sendDigests(small.db, mailer, ORIGIN, NOW);
	smtp.manner = 'accept';
	await sendDigests(small.db, mailer, ORIGIN, NOW + 2 * HOUR);
	await sendDigests(small.db, mailer, ORIGIN, NOW + DAY);
	expect(smtp.messages).toHaveLength(1);
	expect(rowsOf('pacitan')[0]).toMatchObject({ emailedAt: NOW, emailTries: 1 });
	expect(rowsOf('pacitan')[0]!.emailError).not.toBe(null);
});

test('a server that is not there is a refusal, for everybody', async () => {
	giveAddress('pacitan');
	giveAddress('surabaya');
	writeDueReminders(small.db, round(), NOW);
	await smtp.close();
	expect(await sendDigests(small.db, mailer, ORIGIN, NOW)).toBe(0);
	smtp = await startSmtp();
	for (const id of ['pacitan', 'surabaya']) {
		expect(rowsOf(id)[0]).toMatchObject({ emailedAt: null, emailTries: 1 });
		expect(rowsOf(id)[0]!.emailError).toMatch(/ECONNREFUSED/);
	}
});

/** How each matter is settled between the writing of a reminder and its mailing. */
const SETTLEMENTS: Record<string, () => void> = {
	'the region has sent its form': () => statusOfPacitan('submitted'),
	'the region is finished': () => statusOfPacitan('final'),
	'the round is published': () => small.db.update(rounds).set({ status: 'published' }).run(),
	'the person has left': () => small.db.update(users).set({ active: false }).where(eq(users.id, 'pacitan')).run(),
	'the person answers for another region': () =>
		small.db.update(users).set({ regionCode: '35.02' }).where(eq(users.id, 'pacitan')).run()
};

function statusOfPacitan(status: 'submitted' | 'final' | 'self_assessment'): void {
	small.db.update(assessments).set({ status, statusChangedAt: NOW }).where(eq(assessments.regionCode, '35.01')).run();
}

const readMails = () => smtp.messages.map(({ data }) => data.replaceAll('=\r\n', ''));
const pendingIds = () =>
	readRoundReminders(small.db, round(), null, { origin: ORIGIN, now: NOW, locale: 'id' }).pending.map(({ id }) => id);

describe('what was settled before it was mailed', () => {
	beforeEach(() => {
		giveAddress('pacitan');
		writeDueReminders(small.db, round(), NOW);
	});

	test.each(Object.entries(SETTLEMENTS))('is not mailed, and not unread: %s', async (_name, settle) => {
		settle();
		expect(await sendDigests(small.db, mailer, ORIGIN, NOW + 1)).toBe(0);
		writeDueReminders(small.db, round(), NOW + 1);
		expect(smtp.messages).toEqual([]);
		expect(rowsOf('pacitan')[0]).toMatchObject({ emailedAt: null, seenAt: 0 });
		expect(countUnseen(small.db, PEOPLE.pacitan)).toBe(0);
		expect(pendingIds()).not.toContain('pacitan');
		expect(listOwnReminders(small.db, PEOPLE.pacitan, 'id')[0]).toMatchObject({ seenAt: null, settled: true });
	});

	test('through the night: written in the evening, settled before the morning', async () => {
		askPacitan();
		const evening = NOW + 9 * HOUR; // 19 o'clock: nothing goes out
		writeDueReminders(small.db, round(), evening);
		expect(await sendDigests(small.db, mailer, ORIGIN, evening)).toBe(0);
		expect(countUnseen(small.db, PEOPLE.pacitan)).toBe(2);
		small.db.update(clarifications).set({ state: 'answered', changedAt: evening }).run();
		expect(await sendDigests(small.db, mailer, ORIGIN, NOW + DAY)).toBe(1);
		expect(readMails()[0]).toContain('belum memulai penilaian mandiri');
		expect(readMails()[0]).not.toContain('Klarifikasi');
		expect(countUnseen(small.db, PEOPLE.pacitan)).toBe(1);
	});

	test('by another assessor who took over the region: the former hears nothing', async () => {
		const { db } = small;
		statusOfPacitan('submitted');
		const later = NOW + 5 * DAY;
		writeDueReminders(db, round(), later);
		const [first] = db.select().from(assignments).where(eq(assignments.regionCode, '35.01')).all();
		giveAddress(first!.userId);
		const { userId } = first!;
		expect(rowsOf(userId).map(({ reason }) => reason)).toContain('awaiting_assessor');
		db.delete(assignments).where(eq(assignments.userId, userId)).run();
		expect(await sendDigests(db, mailer, ORIGIN, later)).toBe(0);
		expect(rowsOf(userId).every(({ seenAt }) => seenAt === 0)).toBe(true);
	});

	test('is unread for everybody no longer once the round is published, and nothing is left to hand on', () => {
		expect(pendingIds()).toHaveLength(3);
		small.db.update(rounds).set({ status: 'published' }).run();
		expect(pendingIds()).toEqual([]);
		expect(countUnseen(small.db, PEOPLE.surabaya)).toBe(1);
		writeDueReminders(small.db, round(), NOW + 1);
		expect(countUnseen(small.db, PEOPLE.surabaya)).toBe(0);
		const entries = small.db.select().from(auditLog).all();
		expect(entries.filter(({ action }) => action === 'reminders.settle')).toHaveLength(1);
		expect(verifyAudit(small.db).firstBroken).toBe(null);
	});

	test('is due again where the form goes back, and mailed once', async () => {
		statusOfPacitan('submitted');
		writeDueReminders(small.db, round(), NOW + 1);
		small.db.update(assessments).set({ status: 'not_started' }).where(eq(assessments.regionCode, '35.01')).run();
		expect(writeDueReminders(small.db, round(), NOW + HOUR)).toBe(1);
		expect(await sendDigests(small.db, mailer, ORIGIN, NOW + HOUR)).toBe(1);
		expect(await sendDigests(small.db, mailer, ORIGIN, NOW + DAY)).toBe(0);
		expect(rowsOf('pacitan')).toHaveLength(1);
	});
});

test('what still holds is mailed with the figures of the moment', async () => {
	const { db } = small;
	giveAddress('admin');
	const last = Date.parse(`${round().endsOn}T03:00:00Z`);
	writeDueReminders(db, round(), last);
	const countOf = () =>
		JSON.parse(rowsOf('admin').find(({ reason }) => reason === 'round_due')!.params).count as number;
	const before = countOf();
	statusOfPacitan('final');
	expect(await sendDigests(db, mailer, ORIGIN, last)).toBe(1);
	expect(countOf()).toBe(before - 1);
	expect(readMails()[0]).toContain(`${before - 1} asesmen belum selesai dinilai`);
});

test('what was read stays read, and what was read is not settled', () => {
	const { db } = small;
	writeDueReminders(db, round(), NOW);
	markSeen(db, PEOPLE.pacitan, null, NOW);
	db.update(rounds).set({ status: 'published' }).run();
	writeDueReminders(db, round(), NOW + 1);
	expect(listOwnReminders(db, PEOPLE.pacitan, 'id')[0]).toMatchObject({ seenAt: NOW, settled: false });
});

test('a piece of evidence that expires is named without the number of a person', () => {
	const { db } = small;
	const { id } = db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const of = { id: 'e', assessmentId: id, track: 'self' as const, addedBy: 'pacitan', kind: 'other' as const };
	const piece = {
		...of,
		url: 'https://contoh.go.id',
		title: 'SK 3578991201990003',
		validUntil: '2026-10-20',
		addedAt: NOW
	};
	db.insert(evidence).values(piece).run();
	const named = readRoundFacts(db, round())!.assessments.flatMap((facts) => facts.evidence.map(({ title }) => title));
	expect(named).toEqual(['SK 3578••••••••••03']);
});
