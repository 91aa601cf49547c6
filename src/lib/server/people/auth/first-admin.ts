import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
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
	return db.transaction(
		(tx) => {
			if (!needsSetup(tx)) return null;
			const { username, displayName } = input;
			const id = randomUUID();
			tx.insert(users).values({ id, username, displayName, role: 'admin', passwordHash, createdAt: now }).run();
			appendAudit(tx, {
				at: now,
				actor: { id, name: displayName },
				action: 'user.add',
				subject: `user/${username}`,
				after: { role: 'admin' }
			});
			return id;
		},
		{ behavior: 'immediate' }
	);
}
