import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegionType } from '#lib/domain/geography/types.ts';
import type { Step } from '#lib/domain/workflow/assessment-machine.ts';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import type { AssessmentStatus, RoundStatus, Track } from '#lib/domain/workflow/types.ts';

export * from './schema-double.ts';
export * from './schema-evidence.ts';
export * from './schema-plenary.ts';
export * from './schema-publication.ts';
export * from './schema-reports.ts';
export * from './schema-review.ts';
export * from './schema-schedule.ts';

// The tables as the queries see them. Constraints (STRICT, CHECK, triggers) stand in drizzle/*.sql, which creates the
// tables; schema.test.ts holds the two against each other.

export type Role = 'admin' | 'reviewer' | 'assessor' | 'respondent' | 'agency' | 'viewer';

export const regions = sqliteTable('regions', {
	code: text('code').primaryKey(),
	name: text('name').notNull(),
	type: text('type').$type<RegionType>().notNull(),
	area: text('area'),
	capital: text('capital').notNull(),
	lat: real('lat').notNull(),
	lon: real('lon').notNull(),
	tileRow: integer('tile_row'),
	tileCol: integer('tile_col'),
	abbreviation: text('abbreviation'),
	labelLat: real('label_lat'),
	labelLon: real('label_lon')
});

/** One row: the installed profile. */
export const province = sqliteTable('province', {
	id: integer('id').primaryKey(),
	/** YAML of the profile as it was installed; regions stand in their table as well. */
	profile: text('profile').notNull(),
	/** JSON of what the program reads in that text, with its form (`stored-province.ts`); null = not read yet. */
	parsed: text('parsed'),
	hash: text('hash').notNull(),
	version: integer('version').notNull(),
	installedAt: integer('installed_at').notNull()
});

export const boundaries = sqliteTable('boundaries', {
	regionCode: text('region_code').primaryKey(),
	geometry: text('geometry').notNull(),
	attribution: text('attribution').notNull(),
	installedAt: integer('installed_at').notNull()
});

export const agencies = sqliteTable('agencies', {
	id: text('id').primaryKey(),
	regionCode: text('region_code').notNull(),
	name: text('name').notNull()
});

export const users = sqliteTable('users', {
	id: text('id').primaryKey(),
	username: text('username').notNull(),
	displayName: text('display_name').notNull(),
	role: text('role').$type<Role>().notNull(),
	regionCode: text('region_code'),
	agencyId: text('agency_id'),
	passwordHash: text('password_hash').notNull(),
	/** Address for reminders, beside the program itself; null = none. */
	email: text('email'),
	phone: text('phone'),
	active: integer('active', { mode: 'boolean' }).notNull().default(true),
	createdAt: integer('created_at').notNull()
});

export const sessions = sqliteTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		userId: text('user_id').notNull(),
		expiresAt: integer('expires_at').notNull()
	},
	(table) => [index('sessions_by_user').on(table.userId)]
);

export const apiTokens = sqliteTable('api_tokens', {
	tokenHash: text('token_hash').primaryKey(),
	userId: text('user_id').notNull(),
	createdAt: integer('created_at').notNull()
});

export const loginFailures = sqliteTable('login_failures', {
	username: text('username').primaryKey(),
	failures: integer('failures').notNull(),
	blockedUntil: integer('blocked_until').notNull()
});

export const instrumentVersions = sqliteTable('instrument_versions', {
	id: integer('id').primaryKey(),
	code: text('code').notNull(),
	version: text('version').notNull(),
	unit: text('unit').$type<'region' | 'agency'>().notNull(),
	content: text('content').notNull(),
	contentHash: text('content_hash').notNull(),
	status: text('status').$type<'draft' | 'adopted'>().notNull().default('draft'),
	adoptedBy: text('adopted_by'),
	decreeNumber: text('decree_number'),
	decreeDate: text('decree_date'),
	createdAt: integer('created_at').notNull()
});

export const rounds = sqliteTable('rounds', {
	id: integer('id').primaryKey(),
	code: text('code').notNull(),
	name: text('name').notNull(),
	status: text('status').$type<RoundStatus>().notNull(),
	/** ISO dates, first and last day of the round. */
	startsOn: text('starts_on').notNull(),
	endsOn: text('ends_on').notNull(),
	instrumentId: integer('instrument_id').notNull(),
	agencyInstrumentId: integer('agency_instrument_id'),
	targetClass: text('target_class').notNull(),
	/** Person-days that a region's people give to its plan per working day. */
	dailyCapacity: real('daily_capacity').notNull().default(2),
	sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
	revision: integer('revision').notNull().default(0),
	publishedAt: integer('published_at'),
	snapshot: text('snapshot')
});

export const assessments = sqliteTable('assessments', {
	id: integer('id').primaryKey(),
	roundId: integer('round_id').notNull(),
	regionCode: text('region_code').notNull(),
	agencyId: text('agency_id'),
	instrumentId: integer('instrument_id').notNull(),
	status: text('status').$type<AssessmentStatus>().notNull().default('not_started'),
	revision: integer('revision').notNull().default(0),
	statusChangedAt: integer('status_changed_at'),
	statusChangedBy: text('status_changed_by')
});

export const assessmentSteps = sqliteTable(
	'assessment_steps',
	{
		assessmentId: integer('assessment_id').notNull(),
		n: integer('n').notNull(),
		step: text('step').$type<Step>().notNull(),
		from: text('from_status').$type<AssessmentStatus>().notNull(),
		to: text('to_status').$type<AssessmentStatus>().notNull(),
		at: integer('at').notNull(),
		by: text('by'),
		reason: text('reason').notNull().default('')
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.n] })]
);

export const settings = sqliteTable('settings', {
	key: text('key').primaryKey(),
	value: text('value').notNull()
});

export const assignments = sqliteTable(
	'assignments',
	{
		roundId: integer('round_id').notNull(),
		regionCode: text('region_code').notNull(),
		userId: text('user_id').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.roundId, table.regionCode, table.userId] }),
		index('assignments_by_user').on(table.userId)
	]
);

export const answers = sqliteTable(
	'answers',
	{
		assessmentId: integer('assessment_id').notNull(),
		indicator: text('indicator').notNull(),
		track: text('track').$type<Track>().notNull(),
		level: integer('level'),
		notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull().default(false),
		justification: text('justification').notNull().default(''),
		/** Reason why a level of 3 or more stands without evidence. */
		evidenceWaiver: text('evidence_waiver').notNull().default(''),
		/** Reason why the level differs from the one on the track before. */
		changeReason: text('change_reason').$type<ChangeReason>(),
		changeNote: text('change_note').notNull().default(''),
		version: integer('version').notNull(),
		/** Time when the indicator was first answered on the track. */
		firstAt: integer('first_at').notNull().default(0),
		updatedAt: integer('updated_at').notNull(),
		updatedBy: text('updated_by').notNull()
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.indicator, table.track] })]
);

export const answerWrites = sqliteTable('answer_writes', {
	requestId: text('request_id').primaryKey(),
	userId: text('user_id').notNull(),
	assessmentId: integer('assessment_id').notNull(),
	indicator: text('indicator').notNull(),
	track: text('track').$type<Track>().notNull(),
	response: text('response').notNull(),
	at: integer('at').notNull()
});

export const auditLog = sqliteTable('audit_log', {
	seq: integer('seq').primaryKey(),
	at: integer('at').notNull(),
	actorId: text('actor_id'),
	actorName: text('actor_name').notNull(),
	action: text('action').notNull(),
	subject: text('subject').notNull(),
	before: text('before'),
	after: text('after'),
	previousHash: text('previous_hash').notNull(),
	hash: text('hash').notNull()
});

/** The last entry of the log, written by a trigger. */
export const auditHead = sqliteTable('audit_head', {
	id: integer('id').primaryKey(),
	seq: integer('seq').notNull(),
	hash: text('hash').notNull()
});
