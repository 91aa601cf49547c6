import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReportKind, ReportLocale } from '../reports/types.ts';

/** Documents that left the system, each with what it was made from. A row never changes. */
export const reportIssues = sqliteTable(
	'report_issues',
	{
		/** Short code printed on every page, without its hyphens. */
		code: text('code').primaryKey(),
		kind: text('kind').$type<ReportKind>().notNull(),
		roundId: integer('round_id').notNull(),
		/** Code of the region, number of the session; empty = the whole province. */
		subject: text('subject').notNull(),
		locale: text('locale').$type<ReportLocale>().notNull(),
		state: text('state').$type<'draft' | 'final'>().notNull(),
		instrumentId: integer('instrument_id').notNull(),
		/** Deflated JSON of what the document was written from, but for the instrument and the boundaries. */
		input: blob('input', { mode: 'buffer' }).notNull(),
		/** What the QR code leads to; null = the system had no public address. */
		address: text('address'),
		/** SHA-256 of the file, in hex. */
		fileHash: text('file_hash').notNull(),
		/** Null = by the command line. */
		issuedBy: text('issued_by'),
		issuedAt: integer('issued_at').notNull()
	},
	(table) => [index('report_issues_by_round').on(table.roundId, table.subject)]
);
