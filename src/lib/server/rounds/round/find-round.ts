import { desc, eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { ROUND_COLUMNS, roundByCode } from '#lib/server/foundation/db/hot-queries.ts';
import { rounds } from '#lib/server/foundation/db/schema.ts';

export type Round = Omit<typeof rounds.$inferSelect, 'snapshot'>;

/** All rounds, newest first. */
export function listRounds(db: Db): Round[] {
	return db.select(ROUND_COLUMNS).from(rounds).orderBy(desc(rounds.startsOn), desc(rounds.id)).all();
}

/** The round of a code; null when there is none. */
export function findRound(db: Db, code: string): Round | null {
	return roundByCode.get(db, { code }) ?? null;
}

/** The round of an id, as other tables name it; null when there is none. */
export function findRoundById(db: Db, id: number): Round | null {
	return db.select(ROUND_COLUMNS).from(rounds).where(eq(rounds.id, id)).get() ?? null;
}

/** Place of a day within a round.
 *  @param today ISO date
 *  @returns the running week from 1, the weeks in all, and the days left (0 when over) */
export function roundClock(
	round: Pick<Round, 'startsOn' | 'endsOn'>,
	today: string
): { week: number; weeks: number; daysLeft: number } {
	const day = 86_400_000;
	const [start, end, now] = [round.startsOn, round.endsOn, today].map((date) => Date.parse(`${date}T00:00:00Z`)) as [
		number,
		number,
		number
	];
	const weeks = Math.ceil((end - start + day) / (7 * day));
	const week = Math.min(weeks, Math.max(1, Math.floor((now - start) / (7 * day)) + 1));
	return { week, weeks, daysLeft: Math.max(0, Math.round((end - now) / day)) };
}
