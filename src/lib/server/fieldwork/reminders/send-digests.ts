import { and, asc, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { digestOf, type MailFacts } from '#lib/domain/reminders/mail-rules.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { hourOf, isoDay } from '#lib/words/local-time.ts';
import { readPlaceNames } from './describe-reminder.ts';
import { writeDigest } from './digest-mail.ts';
import { describeRow, type ReminderRow } from './list-reminders.ts';
import type { Mailer, Sent } from './mailer.ts';
import { askAgain } from './write-reminders.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

// A reminder is marked as sent in the transaction that chooses it, before the mail server hears of it. A refusal of the
// server takes the mark off, keeps the error, and the reminder is tried again (`mail-rules.ts`). Where the connection
// breaks half-way, or this process ends, the mark stays: a digest may then be missing, but never comes twice; the
// reminders also stand in the program's own list.

/** Language of the mails, the interface's first choice: an account has none of its own. */
const LOCALE = 'id';

const DAY = 86_400_000;

/** Sends every person who has an address the digest that is due, at most once.
 *  @returns the number of digests that went out */
export async function sendDigests(db: Db, mailer: Mailer, origin: string, now: number): Promise<number> {
	const people = listRecipients(db, now).filter(({ id }) => chooseDigest(db, id, now).length > 0);
	if (people.length === 0) return 0;
	const fault = await mailer.check();
	let sent = 0;
	for (const person of people) {
		const claimed = claimDigest(db, person.id, now);
		if (claimed.length === 0) continue; // all of it was settled, or another process was faster
		const outcome: Sent = fault
			? { kind: 'refused', error: fault }
			: await mailer.send(messageFor({ db, now }, person, claimed, origin));
		settle(db, claimed, outcome);
		if (outcome.kind === 'sent') sent++;
	}
	return sent;
}

interface Recipient {
	id: string;
	username: string;
	name: string;
	email: string;
}

/** Active people with an address and a reminder that was not mailed. */
function listRecipients(db: Db, now: number): Recipient[] {
	return db
		.selectDistinct({ id: users.id, username: users.username, name: users.displayName, email: users.email })
		.from(users)
		.innerJoin(reminders, eq(reminders.userId, users.id))
		.where(
			and(
				eq(users.active, true),
				isNotNull(users.email),
				isNull(reminders.emailedAt),
				gte(reminders.createdAt, now - 7 * DAY)
			)
		)
		.orderBy(asc(users.username))
		.all()
		.map(({ email, ...person }) => ({ ...person, email: email! }));
}

function chooseDigest(db: Db, userId: string, now: number): ReminderRow[] {
	const recent = or(gte(reminders.createdAt, now - 7 * DAY), gte(reminders.emailedAt, now - 7 * DAY));
	const rows = db
		.select()
		.from(reminders)
		.where(and(eq(reminders.userId, userId), recent))
		.orderBy(asc(reminders.createdAt), asc(reminders.id))
		.all();
	return digestOf(
		rows.map((row): MailFacts & { row: ReminderRow } => ({
			row,
			createdOn: isoDay(row.createdAt),
			seenAt: row.seenAt,
			emailedOn: row.emailedAt === null ? null : isoDay(row.emailedAt),
			tries: row.emailTries,
			triedAt: row.emailTriedAt
		})),
		{ today: isoDay(now), hour: hourOf(now), now }
	).map(({ row }) => row);
}

/** Chooses a person's digest from what still holds and marks it as sent, in one transaction: of two processes only one
 *  gets it. */
function claimDigest(db: Db, userId: string, now: number): ReminderRow[] {
	return db.transaction(
		(tx) => {
			askAgain(tx, userId, now);
			const rows = chooseDigest(tx, userId, now);
			for (const { id, emailTries } of rows)
				tx.update(reminders)
					.set({ emailedAt: now, emailTries: emailTries + 1, emailTriedAt: now })
					.where(eq(reminders.id, id))
					.run();
			return rows;
		},
		{ behavior: 'immediate' }
	);
}

function settle(db: Db, claimed: readonly ReminderRow[], outcome: Sent): void {
	const change =
		outcome.kind === 'sent'
			? { emailError: null }
			: outcome.kind === 'refused'
				? { emailedAt: null, emailError: outcome.error }
				: { emailError: outcome.error };
	const ids = claimed.map(({ id }) => id);
	db.update(reminders).set(change).where(inArray(reminders.id, ids)).run();
}

function messageFor(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	person: Recipient,
	claimed: readonly ReminderRow[],
	origin: string
) {
	const names = readPlaceNames(db);
	const known = new Map(
		db
			.select({ id: rounds.id, code: rounds.code, name: rounds.name })
			.from(rounds)
			.all()
			.map((round) => [round.id, round])
	);
	const list = claimed.map((row) => describeRow(row, known.get(row.roundId)!, names, LOCALE));
	const digest = writeDigest(person, list, { origin, today: isoDay(now), locale: LOCALE });
	return {
		...digest,
		to: { name: person.name, address: person.email },
		messageId: `<${claimed[0]!.id}@${new URL(origin).hostname}>`
	};
}
