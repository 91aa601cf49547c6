import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { secretHash } from '#lib/server/people/auth/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { calendarTokens, users } from '#lib/server/foundation/db/schema.ts';
import { findRoundById, type Round } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** The time in milliseconds when the person's present calendar address of a round was made; null when there is none.
 *  The address itself is not known any more: only its hash is kept. */
export function findSubscription(db: Db, viewer: Viewer, roundId: number): { createdAt: number } | null {
	return (
		db.select({ createdAt: calendarTokens.createdAt }).from(calendarTokens).where(own(viewer, roundId)).get() ?? null
	);
}

/** Makes a calendar address of the person's own; the one before is void.
 *  @returns the secret part, to be shown once */
export function startSubscription(context: Acting, round: Round): string {
	const { actor: viewer, now } = context;
	const token = randomBytes(24).toString('base64url');
	command(context, (tx, within) => {
		tx.delete(calendarTokens).where(own(viewer, round.id)).run();
		tx.insert(calendarTokens)
			.values({ tokenHash: secretHash(token), userId: viewer.id, roundId: round.id, createdAt: now })
			.run();
		record(within, { action: 'calendar.subscribe', subject: round.code });
	});
	return token;
}

/** Makes the person's calendar address of a round void. */
export function endSubscription(context: Acting, round: Round): void {
	const { actor: viewer } = context;
	command(context, (tx, within) => {
		const { changes } = tx.delete(calendarTokens).where(own(viewer, round.id)).run();
		if (changes > 0) record(within, { action: 'calendar.unsubscribe', subject: round.code });
	});
}

/** The person and the round behind a calendar address; null when it is unknown or the account is closed. */
export function findSubscriber(db: Db, token: string): { viewer: Viewer; round: Round } | null {
	const row = db
		.select({ user: users, roundId: calendarTokens.roundId })
		.from(calendarTokens)
		.innerJoin(users, eq(users.id, calendarTokens.userId))
		.where(eq(calendarTokens.tokenHash, secretHash(token)))
		.get();
	const round = row && findRoundById(db, row.roundId);
	if (!round || !row.user.active) return null;
	const { id, username, displayName, role, regionCode, agencyId } = row.user;
	return { viewer: { id, username, displayName, role, regionCode, agencyId }, round };
}

function own(viewer: Viewer, roundId: number) {
	return and(eq(calendarTokens.userId, viewer.id), eq(calendarTokens.roundId, roundId));
}
