import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const doubleSamples = sqliteTable('double_samples', {
	id: integer('id').primaryKey(),
	roundId: integer('round_id').notNull(),
	seed: text('seed').notNull(),
	regions: integer('regions').notNull(),
	/** Number of indicators a region. */
	indicators: integer('indicators').notNull(),
	drawnBy: text('drawn_by'),
	drawnAt: integer('drawn_at').notNull(),
	closedBy: text('closed_by'),
	/** Time from which no score is taken, and the first assessors see the second ones. */
	closedAt: integer('closed_at')
});

export const doubleScores = sqliteTable(
	'double_scores',
	{
		sampleId: integer('sample_id').notNull(),
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		/** The second assessor. */
		userId: text('user_id').notNull(),
		level: integer('level'),
		notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull().default(false),
		justification: text('justification').notNull().default(''),
		version: integer('version').notNull().default(0),
		scoredAt: integer('scored_at'),
		/** First assessor and answer as they stood when the sample was closed; until then the answers themselves count. */
		firstBy: text('first_by'),
		firstLevel: integer('first_level'),
		firstNotApplicable: integer('first_not_applicable', { mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		primaryKey({ columns: [table.sampleId, table.assessmentId, table.indicator] }),
		index('double_scores_by_user').on(table.userId)
	]
);
