import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Locale } from '#lib/domain/locale.ts';
import type { DocumentFormat, EmblemPlace, ReportJobKind, ReportKind, TextKind } from '#lib/domain/document/kinds.ts';
import type { ReportOptions } from '#lib/domain/document/report-options.ts';

/** Documents that left the system, each with its input. A row never changes. */
export const reportIssues = sqliteTable(
	'report_issues',
	{
		/** Short code printed on every page, without its hyphens. */
		code: text('code').primaryKey(),
		kind: text('kind').$type<ReportKind>().notNull(),
		roundId: integer('round_id').notNull(),
		/** Code of the region, id of the agency, number of the session; empty = the whole province. */
		subject: text('subject').notNull(),
		locale: text('locale').$type<Locale>().notNull(),
		state: text('state').$type<'draft' | 'final'>().notNull(),
		instrumentId: integer('instrument_id').notNull(),
		/** Deflated JSON of the document's input, without the instrument and the boundaries. */
		input: blob('input', { mode: 'buffer' }).notNull(),
		/** Address of the QR code; null = the system had no public address. */
		address: text('address'),
		/** SHA-256 of the file, in hex. */
		fileHash: text('file_hash').notNull(),
		/** Id of the person; null = the command line. */
		issuedBy: text('issued_by'),
		issuedAt: integer('issued_at').notNull()
	},
	(table) => [index('report_issues_by_round').on(table.roundId, table.subject)]
);

/** A document that somebody asked for on the reports page. */
export const reportJobs = sqliteTable(
	'report_jobs',
	{
		id: text('id').primaryKey(),
		roundId: integer('round_id').notNull(),
		kind: text('kind').$type<ReportJobKind>().notNull(),
		/** Code of the region, id of the agency, number of the session; empty = all. */
		subject: text('subject').notNull(),
		locale: text('locale').$type<Locale>().notNull(),
		format: text('format').$type<DocumentFormat>().notNull().default('pdf'),
		options: text('options', { mode: 'json' }).$type<ReportOptions>().notNull(),
		/** Public address at the time, for the QR code. */
		origin: text('origin').notNull(),
		state: text('state').$type<ReportJobState>().notNull(),
		/** Documents finished, of `total`. */
		done: integer('done').notNull().default(0),
		total: integer('total').notNull(),
		/** Revision, or beginning of the hash of the snapshot, that the document was made from. */
		dataState: text('data_state').notNull().default(''),
		/** Code of the document, without hyphens; null for a folder of them. */
		code: text('code'),
		/** Bytes of the file. */
		size: integer('size'),
		madeBy: text('made_by').notNull(),
		madeAt: integer('made_at').notNull(),
		finishedAt: integer('finished_at')
	},
	(table) => [index('report_jobs_by_round').on(table.roundId, table.madeAt)]
);

export type ReportJobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Own texts of editors in place of a report's paragraphs. A row stays when the text of the data is printed again. */
export const reportTexts = sqliteTable(
	'report_texts',
	{
		roundId: integer('round_id').notNull(),
		kind: text('kind').$type<TextKind>().notNull(),
		/** Code of the region, id of the agency; empty = the whole province. */
		subject: text('subject').notNull(),
		locale: text('locale').$type<Locale>().notNull(),
		/** Key of the paragraph, such as `plan.late`. */
		passage: text('passage').notNull(),
		/** Decision on the printed text: the editor's, none, or the text of the data. */
		choice: text('choice').$type<TextChoice>().notNull(),
		/** Text of the editor; empty unless it is printed. */
		text: text('text').notNull(),
		/** Text of the data when a person last looked. */
		generated: text('generated').notNull(),
		/** The same text without the day of printing. */
		sense: text('sense').notNull(),
		version: integer('version').notNull(),
		writtenBy: text('written_by').notNull(),
		writtenAt: integer('written_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.roundId, table.kind, table.subject, table.locale, table.passage] })]
);

export type TextChoice = 'own' | 'omit' | 'generated';

/** Coats of arms on the cover of reports. */
export const reportEmblems = sqliteTable('report_emblems', {
	place: text('place').$type<EmblemPlace>().primaryKey(),
	type: text('type').$type<'png' | 'jpeg'>().notNull(),
	content: blob('content', { mode: 'buffer' }).notNull(),
	sha256: text('sha256').notNull()
});
