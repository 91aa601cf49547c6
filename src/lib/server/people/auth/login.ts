import { eq } from 'drizzle-orm';
import { record } from '#lib/server/people/commands/command.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { loginFailures, users } from '#lib/server/foundation/db/schema.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { openSession } from './sessions.ts';

export type LoginResult =
	{ kind: 'in'; session: { id: string; expiresAt: Date } } | { kind: 'wrong' } | { kind: 'blocked'; minutes: number };

const FREE_TRIES = 5;
const LONGEST_BLOCK = 15 * 60_000;

let decoy: Promise<string> | undefined;

/** Checks name and password and opens a session. After five failures in a row the name waits, longer each time: from
 *  half a minute to a quarter of an hour. */
export async function logIn(db: Db, username: string, password: string, now: number): Promise<LoginResult> {
	const blockedFor = (findFailures(db, username)?.blockedUntil ?? 0) - now;
	if (blockedFor > 0) return { kind: 'blocked', minutes: Math.ceil(blockedFor / 60_000) };
	const user = db.select().from(users).where(eq(users.username, username)).get();
	// An unknown name costs the same time as a known one.
	const hash = user?.passwordHash ?? (await (decoy ??= hashPassword('decoy')));
	const fits = await verifyPassword(hash, password);
	if (!user?.active || !fits) {
		countFailure(db, username, now);
		return { kind: 'wrong' };
	}
	db.delete(loginFailures).where(eq(loginFailures.username, username)).run();
	const session = await openSession(db, user.id);
	record({ db, actor: user, now }, { action: 'login', subject: `user/${user.username}` });
	return { kind: 'in', session };
}

function findFailures(db: Db, username: string) {
	return db.select().from(loginFailures).where(eq(loginFailures.username, username)).get();
}

function countFailure(db: Db, username: string, now: number): void {
	db.transaction((tx) => {
		const failures = (findFailures(tx, username)?.failures ?? 0) + 1;
		const wait = failures < FREE_TRIES ? 0 : Math.min(30_000 * 2 ** (failures - FREE_TRIES), LONGEST_BLOCK);
		const row = { username: username.slice(0, 60), failures, blockedUntil: now + wait };
		tx.insert(loginFailures).values(row).onConflictDoUpdate({ target: loginFailures.username, set: row }).run();
	});
}
