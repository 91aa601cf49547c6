import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { rounds } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { makeSnapshot } from '#lib/server/public/life/snapshot.ts';

/** Publishes a round as it stands, without the steps that lead there. */
export function publishRound(db: Db, code: string, now: number): void {
	const snapshot = JSON.stringify(makeSnapshot(db, findRound(db, code)!, now));
	db.update(rounds).set({ status: 'published', publishedAt: now, snapshot }).where(eq(rounds.code, code)).run();
}
