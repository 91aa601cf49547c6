import type { EvidenceKind } from '#lib/domain/evidence/kinds.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const evidenceFiles = sqliteTable('evidence_files', {
	sha256: text('sha256').primaryKey(),
	size: integer('size').notNull(),
	mediaType: text('media_type').notNull(),
	storedAt: integer('stored_at').notNull(),
	/** JSON list of suspected personal data, masked; null while the text was not searched. */
	findings: text('findings')
});

export const evidence = sqliteTable(
	'evidence',
	{
		id: text('id').primaryKey(),
		assessmentId: integer('assessment_id').notNull(),
		sha256: text('sha256'),
		url: text('url'),
		title: text('title').notNull(),
		kind: text('kind').$type<EvidenceKind>().notNull(),
		fileName: text('file_name').notNull().default(''),
		/** ISO dates. */
		documentDate: text('document_date'),
		validUntil: text('valid_until'),
		track: text('track').$type<'self' | 'assessor'>().notNull(),
		addedBy: text('added_by').notNull(),
		addedAt: integer('added_at').notNull(),
		/** The piece was added after submission. */
		late: integer('late', { mode: 'boolean' }).notNull().default(false),
		removedAt: integer('removed_at'),
		linkCheckedAt: integer('link_checked_at'),
		linkStatus: text('link_status').$type<'alive' | 'dead'>(),
		/** Reason why it is dead; a message key's ending. */
		linkDetail: text('link_detail'),
		/** Time since which it is alive or dead. */
		linkSince: integer('link_since')
	},
	(table) => [index('evidence_by_assessment').on(table.assessmentId), index('evidence_by_file').on(table.sha256)]
);

export const evidenceUses = sqliteTable(
	'evidence_uses',
	{
		evidenceId: text('evidence_id').notNull(),
		indicator: text('indicator').notNull(),
		/** Page, article and the like. */
		place: text('place').notNull().default(''),
		addedBy: text('added_by').notNull(),
		addedAt: integer('added_at').notNull(),
		late: integer('late', { mode: 'boolean' }).notNull().default(false)
	},
	(table) => [primaryKey({ columns: [table.evidenceId, table.indicator] })]
);

export const evidenceShares = sqliteTable(
	'evidence_shares',
	{
		roundId: integer('round_id').notNull(),
		regionCode: text('region_code').notNull(),
		agreedBy: text('agreed_by'),
		agreedAt: integer('agreed_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.roundId, table.regionCode] })]
);

export const uploads = sqliteTable('uploads', {
	id: text('id').primaryKey(),
	userId: text('user_id').notNull(),
	assessmentId: integer('assessment_id').notNull(),
	fileName: text('file_name').notNull(),
	size: integer('size').notNull(),
	createdAt: integer('created_at').notNull()
});
