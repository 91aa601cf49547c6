import { eq } from 'drizzle-orm';
import { users } from '#lib/server/foundation/db/schema.ts';
import { hashPassword, PASSWORD_MIN_LENGTH, verifyPassword } from './passwords.ts';
import { closeSessionsOf } from './sessions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** Gives a person a new password and ends all their sessions; the caller opens a new one.
 *  @param current the present password, which has to fit */
export async function changePassword(
	context: Acting,
	current: string,
	next: string
): Promise<{ kind: 'changed' | 'current_wrong' | 'too_short' }> {
	const { db, actor: viewer } = context;
	const user = db.select().from(users).where(eq(users.id, viewer.id)).get();
	if (!user || !(await verifyPassword(user.passwordHash, current))) return { kind: 'current_wrong' };
	if (next.length < PASSWORD_MIN_LENGTH) return { kind: 'too_short' };
	const passwordHash = await hashPassword(next);
	command(context, (tx, within) => {
		tx.update(users).set({ passwordHash }).where(eq(users.id, viewer.id)).run();
		record(within, { action: 'user.password', subject: `user/${viewer.username}` });
	});
	await closeSessionsOf(db, viewer.id);
	return { kind: 'changed' };
}
