import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { addDays } from '#lib/domain/calendar/days.ts';
import type { DueReminder } from '#lib/domain/reminders/types.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders } from '#lib/server/foundation/db/schema.ts';
import { findRoundById, type Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { dueOn, keyOf, SETTLED, settleReminders } from './due-now.ts';

/** The program itself, as the log names it where reminders change. */
const SYSTEM: Actor = { id: null, displayName: 'pengingat' };

/** Writes the reminders of a round that are due and not written yet, and settles the unread ones that are due no longer,
 *  all or none. A second run, even at the same time, adds nothing: person, reason, subject and stage are unique in the
 *  table. One that was settled and is due again, because a region was given its form back, is unread again.
 *  @returns the number of new ones */
export function writeDueReminders(db: Db, round: Round, now: number): number {
	return command({ db, actor: SYSTEM, now }, (tx, within) => {
		const due = dueOn(tx, round, isoDay(now));
		const written = due.reduce((sum, { params, ...reminder }) => {
			const row = {
				...reminder,
				id: randomUUID(),
				roundId: round.id,
				params: JSON.stringify(params),
				createdAt: now
			};
			const again = { params: row.params, createdAt: now, seenAt: null };
			const change = { target: KEY, set: again, setWhere: eq(reminders.seenAt, SETTLED) };
			return sum + tx.insert(reminders).values(row).onConflictDoUpdate(change).run().changes;
		}, 0);
		if (written > 0) record(within, { action: 'reminders.write', subject: round.code, after: { written } });
		recordSettled(within, round, settleReminders(tx, round, due, null));
		return written;
	});
}

const KEY = [reminders.roundId, reminders.userId, reminders.reason, reminders.subject, reminders.stage];

/** Asks once more, in the moment of mailing, whether a person's unread reminders still hold, and settles those that do
 *  not: between writing and mailing lie minutes, and the whole night. */
export function askAgain(tx: Db, userId: string, now: number): void {
	const own = tx
		.selectDistinct({ id: reminders.roundId })
		.from(reminders)
		.where(and(eq(reminders.userId, userId), isNull(reminders.seenAt)))
		.all();
	for (const { id } of own) {
		const round = findRoundById(tx, id)!;
		const settled = settleReminders(tx, round, dueOn(tx, round, isoDay(now)), userId);
		recordSettled({ db: tx, actor: SYSTEM, now }, round, settled);
	}
}

function recordSettled(within: Acting<Actor>, round: Round, settled: number): void {
	if (settled > 0) record(within, { action: 'reminders.settle', subject: round.code, after: { settled } });
}

/** The reminders that would be written tomorrow if nothing changed until then. */
export function previewTomorrow(db: Db, round: Round, now: number): DueReminder[] {
	const known = new Set(db.select().from(reminders).where(eq(reminders.roundId, round.id)).all().map(keyOf));
	return dueOn(db, round, addDays(isoDay(now), 1)).filter((reminder) => !known.has(keyOf(reminder)));
}
