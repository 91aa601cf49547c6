import { eq } from 'drizzle-orm';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { hashPassword, PASSWORD_MIN_LENGTH, verifyPassword } from './passwords.ts';
import { closeSessionsOf } from './sessions.ts';

/** Gives a person a new password and ends all their sessions; the caller opens a new one. */
export async function changePassword(
	db: Db,
	viewer: Viewer,
	current: string,
	next: string,
	now: number
): Promise<'changed' | 'current_wrong' | 'too_short'> {
	const user = db.select().from(users).where(eq(users.id, viewer.id)).get();
	if (!user || !(await verifyPassword(user.passwordHash, current))) return 'current_wrong';
	if (next.length < PASSWORD_MIN_LENGTH) return 'too_short';
	const passwordHash = await hashPassword(next);
	db.transaction((tx) => {
		tx.update(users).set({ passwordHash }).where(eq(users.id, viewer.id)).run();
		appendAudit(tx, {
			at: now,
			actor: { id: viewer.id, name: viewer.displayName },
			action: 'user.password',
			subject: `user/${viewer.username}`
		});
	});
	await closeSessionsOf(db, viewer.id);
	return 'changed';
}
