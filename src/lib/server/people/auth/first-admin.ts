import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { hashPassword, PASSWORD_MIN_LENGTH } from './passwords.ts';
import { isSetupToken, needsSetup } from './setup-token.ts';

export const FirstAdmin = z.object({
	token: z.string().trim().refine(isSetupToken),
	username: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9.-]{2,60}$/),
	displayName: z.string().trim().min(1).max(120),
	password: z.string().min(PASSWORD_MIN_LENGTH).max(200)
});

/** Makes the first account. @returns its id; null when another was made in the meantime */
export async function createFirstAdmin(db: Db, input: z.infer<typeof FirstAdmin>, now: number): Promise<string | null> {
	const passwordHash = await hashPassword(input.password);
	const { username, displayName } = input;
	const id = randomUUID();
	return command({ db, actor: { id, displayName }, now }, (tx, within) => {
		if (!needsSetup(tx)) return null;
		tx.insert(users).values({ id, username, displayName, role: 'admin', passwordHash, createdAt: now }).run();
		record(within, { action: 'user.add', subject: `user/${username}`, after: { role: 'admin' } });
		return id;
	});
}
