import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';

export const plenarySessions = sqliteTable('plenary_sessions', {
	id: integer('id').primaryKey(),
	roundId: integer('round_id').notNull(),
	/** ISO date. */
	heldOn: text('held_on').notNull(),
	place: text('place').notNull(),
	chair: text('chair').notNull(),
	/** JSON list of {name, office}. */
	attendees: text('attendees').notNull(),
	/** Number of the minutes. */
	number: text('number').notNull().default(''),
	version: integer('version').notNull().default(1),
	createdBy: text('created_by'),
	createdAt: integer('created_at').notNull(),
	/** Its minutes are final, it takes no more decisions. */
	closedAt: integer('closed_at')
});

export const plenaryAgenda = sqliteTable(
	'plenary_agenda',
	{
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		addedBy: text('added_by').notNull(),
		addedAt: integer('added_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.indicator] })]
);

export const plenaryDecisions = sqliteTable(
	'plenary_decisions',
	{
		sessionId: integer('session_id').notNull(),
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		/** The version of the answer on the final track that it set. */
		n: integer('n').notNull(),
		/** What stood before the plenary. */
		selfLevel: integer('self_level'),
		selfNotApplicable: integer('self_not_applicable', { mode: 'boolean' }).notNull().default(false),
		assessorLevel: integer('assessor_level'),
		assessorNotApplicable: integer('assessor_not_applicable', { mode: 'boolean' }).notNull().default(false),
		level: integer('level'),
		notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull().default(false),
		/** Where it differs from the assessor's. */
		changeReason: text('change_reason').$type<ChangeReason>(),
		reason: text('reason').notNull(),
		/** Accepted with the rest of the region in one step. */
		together: integer('together', { mode: 'boolean' }).notNull().default(false),
		decidedBy: text('decided_by'),
		decidedAt: integer('decided_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.assessmentId, table.indicator, table.n] }),
		index('plenary_decisions_by_session').on(table.sessionId)
	]
);
