import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { secretHash } from './sessions.ts';

let currentHash: string | null = null;

/** Tells whether the system has no account yet, so that the set-up page is open. */
export function needsSetup(db: Db): boolean {
	return db.select({ id: users.id }).from(users).limit(1).get() === undefined;
}

/** Makes the one-time token that guards the set-up page; the one before is void. */
export function issueSetupToken(): string {
	const token = randomBytes(12).toString('hex');
	currentHash = secretHash(token);
	return token;
}

/** Tells whether this is the token in force. */
export function isSetupToken(token: string): boolean {
	if (!currentHash) return false;
	return timingSafeEqual(Buffer.from(secretHash(token)), Buffer.from(currentHash));
}
