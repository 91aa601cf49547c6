import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { settings } from '#lib/server/foundation/db/schema.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A setting as the administrator left it; fields that were never set have the schema's defaults. */
export function readSetting<T>(db: Db, key: string, schema: z.ZodType<T>): T {
	const row = db.select().from(settings).where(eq(settings.key, key)).get();
	return schema.parse(row ? JSON.parse(row.value) : {});
}

/** Changes a setting, with its audit entry. */
export function writeSetting<T>(
	context: Acting,
	key: string,
	schema: z.ZodType<T>,
	value: T
): { kind: 'saved' | 'forbidden' } {
	const { actor } = context;
	if (!hasPermission(actor, 'settings.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): { kind: 'saved' } => {
		const before = readSetting(tx, key, schema);
		const json = JSON.stringify(value);
		tx.insert(settings)
			.values({ key, value: json })
			.onConflictDoUpdate({ target: settings.key, set: { value: json } })
			.run();
		record(within, { action: 'settings.change', subject: key, before, after: value });
		return { kind: 'saved' };
	});
}
