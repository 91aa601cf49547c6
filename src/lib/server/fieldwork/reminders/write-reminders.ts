import { randomUUID } from 'node:crypto';
import { addDays } from '#lib/domain/calendar/days.ts';
import { dueReminders } from '#lib/domain/reminders/due-reminders.ts';
import type { DueReminder } from '#lib/domain/reminders/types.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Actor } from '#lib/server/people/commands/context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders } from '#lib/server/foundation/db/schema.ts';
import { eq } from 'drizzle-orm';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { readRoundFacts } from './round-facts.ts';

const SYSTEM: Actor = { id: null, displayName: 'pengingat' };

/** Writes the reminders of a round that are due and not written yet, all or none. A second run, even at the same time,
 *  adds nothing: person, reason, subject and stage are unique in the table.
 *  @returns the number of new ones */
export function writeDueReminders(db: Db, round: Round, now: number): number {
	return command({ db, actor: SYSTEM, now }, (tx, within) => {
		const facts = readRoundFacts(tx, round);
		const due = facts ? dueReminders(facts, isoDay(now)) : [];
		const written = due.reduce((sum, { params, ...reminder }) => {
			const row = {
				...reminder,
				id: randomUUID(),
				roundId: round.id,
				params: JSON.stringify(params),
				createdAt: now
			};
			return sum + tx.insert(reminders).values(row).onConflictDoNothing().run().changes;
		}, 0);
		if (written > 0) record(within, { action: 'reminders.write', subject: round.code, after: { written } });
		return written;
	});
}

/** The reminders that would be written tomorrow if nothing changed until then. */
export function previewTomorrow(db: Db, round: Round, now: number): DueReminder[] {
	const facts = readRoundFacts(db, round);
	if (!facts) return [];
	const known = new Set(db.select().from(reminders).where(eq(reminders.roundId, round.id)).all().map(keyOf));
	return dueReminders(facts, addDays(isoDay(now), 1)).filter((reminder) => !known.has(keyOf(reminder)));
}

function keyOf({ userId, reason, subject, stage }: { userId: string; reason: string; subject: string; stage: string }) {
	return [userId, reason, subject, stage].join('|');
}
