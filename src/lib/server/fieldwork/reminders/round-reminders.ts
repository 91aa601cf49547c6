import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { MAIL_TRIES } from '#lib/domain/reminders/mail-rules.ts';
import { whatsAppLink } from '#lib/domain/reminders/phone.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders, type Role, users } from '#lib/server/foundation/db/schema.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { describeReminder, type DescribedReminder, readPlaceNames } from './describe-reminder.ts';
import { writeWhatsApp } from './digest-mail.ts';
import { dueOn, keyOf } from './due-now.ts';
import { describeRow, readState, type ReminderRow } from './list-reminders.ts';
import { previewTomorrow } from './write-reminders.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** Rows of the log that one page shows. */
const SHOWN = 200;

interface Recipient {
	id: string;
	username: string;
	name: string;
	role: Role;
}

export interface PendingPerson extends Recipient {
	sentences: string[];
	/** Message by WhatsApp, ready to be handed on. */
	text: string;
	/** Address that opens WhatsApp with the text; null while there is no number. */
	link: string | null;
	/** Time when the reminders were last handed on, in milliseconds; null = not all of them were. */
	messagedAt: number | null;
}

/** The reminders of a round for the administrator: pending, failed, tomorrow's, and the log.
 *  @param person id of the only person whose log is shown; null = everybody's */
export function readRoundReminders(
	db: Db,
	round: Round,
	person: string | null,
	{ origin, now, locale }: { origin: string; now: number; locale: Locale }
) {
	const names = readPlaceNames(db);
	const people = new Map(
		db
			.select()
			.from(users)
			.all()
			.map((user) => [user.id, user])
	);
	const recipient = (id: string): Recipient => {
		const { username, displayName, role } = people.get(id)!;
		return { id, username, name: displayName, role };
	};
	const ofRound = eq(reminders.roundId, round.id);
	const rows = db
		.select()
		.from(reminders)
		.where(and(ofRound, person ? eq(reminders.userId, person) : undefined))
		.orderBy(desc(reminders.createdAt), reminders.userId, reminders.id)
		.limit(SHOWN)
		.all();
	const failed = db
		.select()
		.from(reminders)
		.where(and(ofRound, isNotNull(reminders.emailError)))
		.orderBy(desc(reminders.emailTriedAt))
		.limit(SHOWN)
		.all();
	return {
		pending: listPending(db, round, { origin, now, locale }, people),
		failed: failedByPerson(failed).map((row) => ({
			...recipient(row.userId),
			email: people.get(row.userId)!.email ?? '',
			tries: row.emailTries,
			at: row.emailTriedAt!,
			error: row.emailError!,
			again: row.emailedAt === null && row.emailTries < MAIL_TRIES && !readState(row).settled
		})),
		tomorrow: previewTomorrow(db, round, now).map((reminder) => ({
			...recipient(reminder.userId),
			key: [reminder.userId, reminder.reason, reminder.subject, reminder.stage].join('|'),
			sentence: describeReminder(reminder, round, names, locale).sentence
		})),
		log: rows.map((row) => ({
			id: row.id,
			person: recipient(row.userId),
			...(({ sentence, why }: DescribedReminder) => ({ sentence, why }))(describeRow(row, round, names, locale)),
			createdAt: row.createdAt,
			...readState(row),
			emailedAt: row.emailedAt,
			emailError: row.emailError,
			messagedAt: row.messagedAt
		})),
		total: db
			.select({ n: count() })
			.from(reminders)
			.where(and(ofRound, person ? eq(reminders.userId, person) : undefined))
			.get()!.n,
		people: db
			.selectDistinct({ id: users.id, name: users.displayName })
			.from(reminders)
			.innerJoin(users, eq(users.id, reminders.userId))
			.where(ofRound)
			.orderBy(users.displayName)
			.all()
	};
}

/** The last error of each person: one digest fails as a whole. */
function failedByPerson(rows: readonly ReminderRow[]): ReminderRow[] {
	const seen = new Set<string>();
	return rows.filter(({ userId }) => !seen.has(userId) && seen.add(userId));
}

function listPending(
	db: Db,
	round: Round,
	{ origin, now, locale }: { origin: string; now: number; locale: Locale },
	people: ReadonlyMap<string, typeof users.$inferSelect>
): PendingPerson[] {
	const names = readPlaceNames(db);
	// What somebody hands on by WhatsApp has to hold now, and not only when the job last ran.
	const due = new Set(dueOn(db, round, isoDay(now)).map(keyOf));
	const rows = listUnseen(db, round.id).filter((row) => due.has(keyOf(row)));
	return Object.values(Object.groupBy(rows, ({ userId }) => userId))
		.map((own): PendingPerson => {
			const { id, username, displayName: name, role, phone } = people.get(own![0]!.userId)!;
			const list = own!.map((row) => describeRow(row, round, names, locale));
			const text = writeWhatsApp({ name }, list, { origin, round: round.name, locale });
			const told = own!.map(({ messagedAt }) => messagedAt);
			return {
				id,
				username,
				name,
				role,
				sentences: list.map(({ sentence }) => sentence),
				text,
				link: phone && whatsAppLink(phone, text),
				messagedAt: told.includes(null) ? null : Math.max(...told.map(Number))
			};
		})
		.sort((a, b) => b.sentences.length - a.sentences.length || a.name.localeCompare(b.name));
}

function listUnseen(db: Db, roundId: number): ReminderRow[] {
	return db
		.select()
		.from(reminders)
		.where(and(eq(reminders.roundId, roundId), isNull(reminders.seenAt)))
		.orderBy(reminders.createdAt, reminders.id)
		.all();
}

/** Records that a person's unread reminders were handed on by WhatsApp: the program itself sends nothing there.
 *  @returns `missing` where the person has none */
export function recordMessaged(context: Acting, round: Round, userId: string): { kind: 'recorded' } | Refused {
	const { actor, now } = context;
	if (!hasPermission(actor, 'reminder.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): { kind: 'recorded' } | Refused => {
		const { changes } = tx
			.update(reminders)
			.set({ messagedAt: now })
			.where(and(eq(reminders.roundId, round.id), eq(reminders.userId, userId), isNull(reminders.seenAt)))
			.run();
		if (changes === 0) return { kind: 'missing' };
		record(within, { action: 'reminders.messaged', subject: round.code, after: { count: changes } });
		return { kind: 'recorded' };
	});
}
