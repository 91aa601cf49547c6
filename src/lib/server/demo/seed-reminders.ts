import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { writeDueReminders } from '#lib/server/fieldwork/reminders/write-reminders.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

/** Gives sample accounts numbers that nobody has (the prefix 0810 is not in use), and writes the reminders due
 *  today. */
export function seedReminders(tx: Db, round: Round, now: number): void {
	const people = tx.select({ id: users.id }).from(users).orderBy(users.id).all();
	for (const [place, { id }] of people.entries())
		tx.update(users)
			.set({ phone: `62810000000${String(place + 1).padStart(2, '0')}` })
			.where(eq(users.id, id))
			.run();
	writeDueReminders(tx, round, now);
}
