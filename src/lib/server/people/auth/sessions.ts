import { createHash, randomBytes } from 'node:crypto';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { sessionWithUser, userOfToken } from '#lib/server/foundation/db/hot-queries.ts';
import { apiTokens, sessions, users } from '#lib/server/foundation/db/schema.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';

// Lucia stays behind this file: its author has ended it, and it must be replaceable in a day.

export const SESSION_COOKIE = 'siap_session';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>;
		DatabaseUserAttributes: Omit<Viewer, 'id'> & { active: boolean };
	}
}

function createLucia(db: Db) {
	return new Lucia(hashingAdapter(db), {
		sessionExpiresIn: new TimeSpan(7, 'd'),
		getUserAttributes: ({ username, displayName, role, regionCode, agencyId, active }) => ({
			username,
			displayName,
			role,
			regionCode,
			agencyId,
			active
		})
	});
}

/** Lucia's own adapter with the session id hashed on its way to disk: a stolen database opens no session. */
function hashingAdapter(db: Db): Adapter {
	const inner = new DrizzleSQLiteAdapter(db as never, sessions as never, users as never);
	const stored = (session: DatabaseSession): DatabaseSession => ({ ...session, id: secretHash(session.id) });
	return {
		// Every request asks this: one prepared query in place of two that are built anew.
		getSessionAndUser(id) {
			const row = sessionWithUser.get(db, { id: secretHash(id) });
			if (!row) return Promise.resolve([null, null]);
			const { id: userId, ...attributes } = row.user;
			const expiresAt = new Date(row.expiresAt * 1000);
			return Promise.resolve([
				{ id, userId, expiresAt, attributes: {} },
				{ id: userId, attributes }
			]);
		},
		getUserSessions: (userId) => inner.getUserSessions(userId),
		setSession: (session) => inner.setSession(stored(session)),
		updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(secretHash(id), expiresAt),
		deleteSession: (id) => inner.deleteSession(secretHash(id)),
		deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
		deleteExpiredSessions: () => inner.deleteExpiredSessions()
	};
}

const instances = new WeakMap<Db, Lucia<Record<never, never>, Omit<Viewer, 'id'> & { active: boolean }>>();

function lucia(db: Db) {
	let instance = instances.get(db);
	if (!instance) instances.set(db, (instance = createLucia(db)));
	return instance;
}

/** SHA-256 in hex: the stored form of a session id, a bearer token, a set-up token or a calendar address. */
export function secretHash(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** Opens a session; its id goes into the cookie and nowhere else. */
export async function openSession(db: Db, userId: string): Promise<{ id: string; expiresAt: Date }> {
	return lucia(db).createSession(userId, {}, { sessionId: randomBytes(25).toString('hex') });
}

/** The person behind a session id; null when it is unknown, expired or the account is not active.
 *  @returns `renewedUntil`: the new end, where this look gave the session more time */
export async function findSessionViewer(
	db: Db,
	sessionId: string
): Promise<{ viewer: Viewer; renewedUntil: Date | null } | null> {
	const { session, user } = await lucia(db).validateSession(sessionId);
	if (!session || !user?.active) return null;
	return { viewer: user, renewedUntil: session.fresh ? session.expiresAt : null };
}

/** Ends one session. */
export async function closeSession(db: Db, sessionId: string): Promise<void> {
	await lucia(db).invalidateSession(sessionId);
}

/** Ends every session of a person, such as after a new password. */
export async function closeSessionsOf(db: Db, userId: string): Promise<void> {
	await lucia(db).invalidateUserSessions(userId);
}

/** The person behind a bearer token; null when it is unknown or the account is not active. */
export function findTokenViewer(db: Db, token: string): Viewer | null {
	const user = userOfToken.get(db, { tokenHash: secretHash(token) });
	if (!user?.active) return null;
	const { id, username, displayName, role, regionCode, agencyId } = user;
	return { id, username, displayName, role, regionCode, agencyId };
}

/** Makes a bearer token for a person; only its hash is kept, so it can be shown once. */
export function createToken(db: Db, userId: string, now: number): string {
	const token = `siap_${randomBytes(24).toString('base64url')}`;
	db.insert(apiTokens)
		.values({ tokenHash: secretHash(token), userId, createdAt: now })
		.run();
	return token;
}
