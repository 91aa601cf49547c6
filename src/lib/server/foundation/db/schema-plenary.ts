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
	/** Time of closing: from then on the minutes are final, and no decision is taken. */
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
		/** Version that the decision gave the answer on the final track. */
		n: integer('n').notNull(),
		/** Answers before the plenary: the region's own and the assessor's. */
		selfLevel: integer('self_level'),
		selfNotApplicable: integer('self_not_applicable', { mode: 'boolean' }).notNull().default(false),
		assessorLevel: integer('assessor_level'),
		assessorNotApplicable: integer('assessor_not_applicable', { mode: 'boolean' }).notNull().default(false),
		level: integer('level'),
		notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull().default(false),
		/** Kind of reason, where the level differs from the assessor's. */
		changeReason: text('change_reason').$type<ChangeReason>(),
		reason: text('reason').notNull(),
		/** The decision was taken with the rest of the region in one step. */
		together: integer('together', { mode: 'boolean' }).notNull().default(false),
		decidedBy: text('decided_by'),
		decidedAt: integer('decided_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.assessmentId, table.indicator, table.n] }),
		index('plenary_decisions_by_session').on(table.sessionId)
	]
);
