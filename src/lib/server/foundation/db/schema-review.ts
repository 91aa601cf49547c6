import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ClarificationMessageKind, ClarificationState } from '#lib/domain/workflow/clarification-machine.ts';

export const clarifications = sqliteTable(
	'clarifications',
	{
		id: text('id').primaryKey(),
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		state: text('state').$type<ClarificationState>().notNull(),
		/** ISO date. */
		dueOn: text('due_on').notNull(),
		askedBy: text('asked_by').notNull(),
		askedAt: integer('asked_at').notNull(),
		changedAt: integer('changed_at').notNull(),
		settledBy: text('settled_by')
	},
	(table) => [index('clarifications_by_assessment').on(table.assessmentId)]
);

export const clarificationMessages = sqliteTable(
	'clarification_messages',
	{
		id: text('id').primaryKey(),
		clarificationId: text('clarification_id').notNull(),
		/** Number of a message within its thread. */
		n: integer('n').notNull(),
		kind: text('kind').$type<ClarificationMessageKind>().notNull(),
		authorId: text('author_id').notNull(),
		at: integer('at').notNull(),
		body: text('body').notNull()
	},
	(table) => [uniqueIndex('clarification_messages_by_thread').on(table.clarificationId, table.n)]
);

export const internalNotes = sqliteTable(
	'internal_notes',
	{
		id: text('id').primaryKey(),
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		authorId: text('author_id').notNull(),
		at: integer('at').notNull(),
		body: text('body').notNull()
	},
	(table) => [index('internal_notes_by_assessment').on(table.assessmentId)]
);
