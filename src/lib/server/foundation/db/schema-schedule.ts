import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MilestoneKind } from '#lib/domain/calendar/milestones.ts';
import type { VisitState } from '#lib/domain/calendar/visits.ts';

export const milestones = sqliteTable(
	'milestones',
	{
		id: text('id').primaryKey(),
		roundId: integer('round_id').notNull(),
		kind: text('kind').$type<MilestoneKind>().notNull(),
		/** Title of a milestone of kind `other`; the others are named by their kind. */
		title: text('title').notNull().default(''),
		/** ISO dates, both included. */
		startsOn: text('starts_on').notNull(),
		endsOn: text('ends_on').notNull(),
		place: text('place').notNull().default(''),
		/** Number of changes. */
		revision: integer('revision').notNull().default(0),
		changedAt: integer('changed_at').notNull()
	},
	(table) => [index('milestones_by_round').on(table.roundId)]
);

export const visits = sqliteTable(
	'visits',
	{
		id: text('id').primaryKey(),
		roundId: integer('round_id').notNull(),
		regionCode: text('region_code').notNull(),
		/** The assessor who goes. */
		userId: text('user_id').notNull(),
		visitOn: text('visit_on').notNull(),
		place: text('place').notNull().default(''),
		note: text('note').notNull().default(''),
		state: text('state').$type<VisitState>().notNull().default('planned'),
		revision: integer('revision').notNull().default(0),
		changedAt: integer('changed_at').notNull()
	},
	(table) => [index('visits_by_round').on(table.roundId)]
);

export const calendarTokens = sqliteTable('calendar_tokens', {
	tokenHash: text('token_hash').primaryKey(),
	userId: text('user_id').notNull(),
	roundId: integer('round_id').notNull(),
	createdAt: integer('created_at').notNull()
});

export const reminders = sqliteTable(
	'reminders',
	{
		id: text('id').primaryKey(),
		roundId: integer('round_id').notNull(),
		userId: text('user_id').notNull(),
		reason: text('reason').notNull(),
		subject: text('subject').notNull(),
		/** Stage of the reminder, such as due-7 or late-7. */
		stage: text('stage').notNull(),
		/** JSON of the values in the sentence. */
		params: text('params').notNull(),
		createdAt: integer('created_at').notNull(),
		/** Time when it was read; null = unread, 0 = settled unread (`fieldwork/reminders/due-now.ts`). */
		seenAt: integer('seen_at'),
		/** Time of the e-mail, written before it is sent. */
		emailedAt: integer('emailed_at'),
		emailError: text('email_error'),
		emailTries: integer('email_tries').notNull().default(0),
		emailTriedAt: integer('email_tried_at'),
		/** Time when it was handed on by WhatsApp. */
		messagedAt: integer('messaged_at')
	},
	(table) => [index('reminders_by_user').on(table.userId)]
);
