import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import type { DueReminder, ReminderReason } from '#lib/domain/reminders/types.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reminders, rounds } from '#lib/server/foundation/db/schema.ts';
import {
	describeReminder,
	type DescribedReminder,
	type PlaceNames,
	readPlaceNames,
	reasonOf
} from './describe-reminder.ts';
import { SETTLED } from './due-now.ts';

export type ReminderRow = typeof reminders.$inferSelect;

export interface OwnReminder extends DescribedReminder {
	id: string;
	reason: ReminderReason;
	round: { code: string; name: string };
	createdAt: number;
	/** Time when it was read; null = not yet, or settled before. */
	seenAt: number | null;
	/** The cause was settled, or a newer reminder took its place, before it was read. */
	settled: boolean;
}

/** Number of reminders that a person is shown; older ones are past their use. */
const SHOWN = 100;

/** A person's own reminders: the unseen first, then by age. */
export function listOwnReminders(db: Db, viewer: Viewer, locale: Locale): OwnReminder[] {
	const names = readPlaceNames(db);
	return db
		.select({ row: reminders, round: { code: rounds.code, name: rounds.name } })
		.from(reminders)
		.innerJoin(rounds, eq(rounds.id, reminders.roundId))
		.where(eq(reminders.userId, viewer.id))
		.orderBy(desc(isNull(reminders.seenAt)), desc(reminders.createdAt), asc(reminders.id))
		.limit(SHOWN)
		.all()
		.map(({ row, round }) => ({
			...describeRow(row, round, names, locale),
			id: row.id,
			reason: reasonOf(row.reason),
			round,
			createdAt: row.createdAt,
			...readState(row)
		}));
}

/** Number of reminders that a person has not seen yet and that still hold. */
export function countUnseen(db: Db, viewer: Viewer): number {
	return db
		.select({ n: count() })
		.from(reminders)
		.where(and(eq(reminders.userId, viewer.id), isNull(reminders.seenAt)))
		.get()!.n;
}

/** Marks a person's own reminders as seen; others' are not touched.
 *  @param ids null = all of them
 *  @returns the number that was unseen before */
export function markSeen(db: Db, viewer: Viewer, ids: readonly string[] | null, now: number): number {
	const chosen = ids === null ? undefined : inArray(reminders.id, [...ids]);
	return db
		.update(reminders)
		.set({ seenAt: now })
		.where(and(eq(reminders.userId, viewer.id), isNull(reminders.seenAt), chosen))
		.run().changes;
}

/** Whether and when a stored reminder was read, or settled unread. */
export function readState({ seenAt }: Pick<ReminderRow, 'seenAt'>): Pick<OwnReminder, 'seenAt' | 'settled'> {
	return seenAt === SETTLED ? { seenAt: null, settled: true } : { seenAt, settled: false };
}

/** A stored reminder in words. */
export function describeRow(
	row: Pick<ReminderRow, 'reason' | 'subject' | 'params'>,
	round: { code: string; name: string },
	names: PlaceNames,
	locale: Locale
): DescribedReminder {
	const params = JSON.parse(row.params) as DueReminder['params'];
	return describeReminder({ reason: reasonOf(row.reason), subject: row.subject, params }, round, names, locale);
}
