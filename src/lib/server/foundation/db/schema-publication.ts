import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import type { Licence } from '#lib/domain/publication/licences.ts';

export const publications = sqliteTable('publications', {
	roundId: integer('round_id').primaryKey(),
	depth: text('depth').$type<PublicDepth>().notNull(),
	/** Nobody without login sees anything of the round before this instant; null = as soon as it is published. */
	embargoUntil: integer('embargo_until'),
	licence: text('licence').$type<Licence>().notNull(),
	/** Whom to ask, as the public reads it. */
	contact: text('contact').notNull().default('')
});
