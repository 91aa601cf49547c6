import { and, eq, isNull } from 'drizzle-orm';
import { dueReminders } from '#lib/domain/reminders/due-reminders.ts';
import type { DueReminder } from '#lib/domain/reminders/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders } from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { readRoundFacts } from './round-facts.ts';

/** Value of `seen_at` of a reminder whose cause was settled before anybody saw it: it is not unread any more, and there
 *  is no time at which it was read. */
export const SETTLED = 0;

/** The reminders that a round's present state gives on a day; none where the round does not run.
 *  @param today ISO date */
export function dueOn(db: Db, round: Round, today: string): DueReminder[] {
	const facts = readRoundFacts(db, round);
	return facts ? dueReminders(facts, today) : [];
}

/** Holds the unread reminders of a round against those that are due: what is due no longer is settled, and what is due
 *  still says how things stand now.
 *  @param userId the one person whose reminders are looked at; null = everybody
 *  @returns the number that was settled */
export function settleReminders(tx: Db, round: Round, due: readonly DueReminder[], userId: string | null): number {
	const params = new Map(due.map((reminder) => [keyOf(reminder), JSON.stringify(reminder.params)]));
	const unread = tx
		.select()
		.from(reminders)
		.where(
			and(
				eq(reminders.roundId, round.id),
				isNull(reminders.seenAt),
				userId === null ? undefined : eq(reminders.userId, userId)
			)
		)
		.all();
	let settled = 0;
	for (const row of unread) {
		const now = params.get(keyOf(row));
		if (now === row.params) continue;
		const change = now === undefined ? { seenAt: SETTLED } : { params: now };
		tx.update(reminders).set(change).where(eq(reminders.id, row.id)).run();
		if (now === undefined) settled++;
	}
	return settled;
}

/** Key of a reminder within its round: the same in the table and among those that are due. */
export function keyOf(reminder: { userId: string; reason: string; subject: string; stage: string }): string {
	return [reminder.userId, reminder.reason, reminder.subject, reminder.stage].join('|');
}
