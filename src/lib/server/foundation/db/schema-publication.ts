import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import type { Licence } from '#lib/domain/publication/licences.ts';

export const publications = sqliteTable('publications', {
	roundId: integer('round_id').primaryKey(),
	depth: text('depth').$type<PublicDepth>().notNull(),
	/** Instant before which nobody without login sees anything of the round; null = as soon as it is published. */
	embargoUntil: integer('embargo_until'),
	licence: text('licence').$type<Licence>().notNull(),
	/** Contact for questions, as the public reads it. */
	contact: text('contact').notNull().default('')
});
