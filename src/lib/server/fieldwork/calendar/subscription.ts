import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { secretHash } from '#lib/server/people/auth/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { calendarTokens, users } from '#lib/server/foundation/db/schema.ts';
import { findRoundById, type Round } from '#lib/server/rounds/round/find-round.ts';

/** When the person's present calendar address of a round was made; null when there is none. The address itself is not
 *  known any more: only its hash is kept. */
export function findSubscription(db: Db, viewer: Viewer, roundId: number): { createdAt: number } | null {
	return (
		db.select({ createdAt: calendarTokens.createdAt }).from(calendarTokens).where(own(viewer, roundId)).get() ?? null
	);
}

/** Makes a calendar address of the person's own; the one before is void.
 *  @returns the secret part, to be shown once */
export function startSubscription(db: Db, viewer: Viewer, round: Round, now: number): string {
	const token = randomBytes(24).toString('base64url');
	db.transaction(
		(tx) => {
			tx.delete(calendarTokens).where(own(viewer, round.id)).run();
			tx.insert(calendarTokens)
				.values({ tokenHash: secretHash(token), userId: viewer.id, roundId: round.id, createdAt: now })
				.run();
			record(tx, viewer, 'calendar.subscribe', round, now);
		},
		{ behavior: 'immediate' }
	);
	return token;
}

/** Makes the person's calendar address of a round void. */
export function endSubscription(db: Db, viewer: Viewer, round: Round, now: number): void {
	db.transaction(
		(tx) => {
			const { changes } = tx.delete(calendarTokens).where(own(viewer, round.id)).run();
			if (changes > 0) record(tx, viewer, 'calendar.unsubscribe', round, now);
		},
		{ behavior: 'immediate' }
	);
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

function record(tx: Db, viewer: Viewer, action: AuditAction, round: Round, now: number): void {
	appendAudit(tx, { at: now, actor: { id: viewer.id, name: viewer.displayName }, action, subject: round.code });
}
