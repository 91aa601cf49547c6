import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { settings } from '#lib/server/foundation/db/schema.ts';

/** A setting as the administrator left it; what was never set has the schema's defaults. */
export function readSetting<T>(db: Db, key: string, schema: z.ZodType<T>): T {
	const row = db.select().from(settings).where(eq(settings.key, key)).get();
	return schema.parse(row ? JSON.parse(row.value) : {});
}

/** Changes a setting, with its audit entry. */
export function writeSetting<T>(
	db: Db,
	actor: Viewer,
	key: string,
	schema: z.ZodType<T>,
	value: T,
	now: number
): 'saved' | 'forbidden' {
	if (!hasPermission(actor, 'settings.manage')) return 'forbidden';
	return db.transaction(
		(tx) => {
			const before = readSetting(tx, key, schema);
			const json = JSON.stringify(value);
			tx.insert(settings)
				.values({ key, value: json })
				.onConflictDoUpdate({ target: settings.key, set: { value: json } })
				.run();
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: 'settings.change',
				subject: key,
				before,
				after: value
			});
			return 'saved';
		},
		{ behavior: 'immediate' }
	);
}
