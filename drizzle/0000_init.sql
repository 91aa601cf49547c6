CREATE TABLE regions (
	code TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	type TEXT NOT NULL CHECK (type IN ('kabupaten', 'kota', 'province')),
	bakorwil TEXT,
	capital TEXT NOT NULL,
	lat REAL NOT NULL,
	lon REAL NOT NULL,
	tile_row INTEGER,
	tile_col INTEGER
) STRICT;
--> statement-breakpoint
CREATE TABLE boundaries (
	region_code TEXT PRIMARY KEY REFERENCES regions (code),
	geometry TEXT NOT NULL,
	attribution TEXT NOT NULL,
	installed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE agencies (
	id TEXT PRIMARY KEY,
	region_code TEXT NOT NULL REFERENCES regions (code),
	name TEXT NOT NULL,
	UNIQUE (region_code, name)
) STRICT;
--> statement-breakpoint
CREATE TABLE users (
	id TEXT PRIMARY KEY,
	username TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(username) BETWEEN 2 AND 60),
	display_name TEXT NOT NULL,
	role TEXT NOT NULL CHECK (role IN ('admin', 'reviewer', 'assessor', 'respondent', 'agency', 'viewer')),
	region_code TEXT REFERENCES regions (code),
	agency_id TEXT REFERENCES agencies (id),
	password_hash TEXT NOT NULL,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	created_at INTEGER NOT NULL,
	CHECK (role <> 'respondent' OR region_code IS NOT NULL),
	CHECK (role <> 'agency' OR agency_id IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE sessions (
	id TEXT PRIMARY KEY, -- SHA-256 of the id that the browser holds
	user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	expires_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sessions_by_user ON sessions (user_id);
--> statement-breakpoint
CREATE TABLE api_tokens (
	token_hash TEXT PRIMARY KEY,
	user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE login_failures (
	username TEXT PRIMARY KEY COLLATE NOCASE,
	failures INTEGER NOT NULL,
	blocked_until INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE instrument_versions (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL,
	version TEXT NOT NULL,
	unit TEXT NOT NULL CHECK (unit IN ('region', 'agency')),
	content TEXT NOT NULL CHECK (json_valid(content)),
	content_hash TEXT NOT NULL,
	status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'adopted')),
	adopted_by TEXT,
	decree_number TEXT,
	decree_date TEXT,
	created_at INTEGER NOT NULL,
	UNIQUE (code, version),
	CHECK (status = 'draft' OR (adopted_by IS NOT NULL AND decree_number IS NOT NULL AND decree_date IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE rounds (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'plenary', 'published', 'closed')),
	starts_on TEXT NOT NULL,
	ends_on TEXT NOT NULL,
	instrument_id INTEGER NOT NULL REFERENCES instrument_versions (id),
	agency_instrument_id INTEGER REFERENCES instrument_versions (id),
	target_class TEXT NOT NULL,
	daily_capacity REAL NOT NULL DEFAULT 2 CHECK (daily_capacity > 0),
	sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
	revision INTEGER NOT NULL DEFAULT 0, -- grows with every change of an answer or status in the round
	published_at INTEGER,
	snapshot TEXT CHECK (snapshot IS NULL OR json_valid(snapshot)),
	CHECK (ends_on > starts_on)
) STRICT;
--> statement-breakpoint
CREATE TABLE assessments (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	region_code TEXT NOT NULL REFERENCES regions (code),
	agency_id TEXT REFERENCES agencies (id),
	instrument_id INTEGER NOT NULL REFERENCES instrument_versions (id),
	status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN ('not_started', 'in_progress', 'submitted', 'assessed')),
	revision INTEGER NOT NULL DEFAULT 0, -- grows with every change of an answer or status
	status_changed_at INTEGER,
	status_changed_by TEXT REFERENCES users (id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX assessments_of_round ON assessments (round_id, region_code, ifnull(agency_id, ''));
--> statement-breakpoint
CREATE TABLE assignments (
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	region_code TEXT NOT NULL REFERENCES regions (code),
	user_id TEXT NOT NULL REFERENCES users (id),
	PRIMARY KEY (round_id, region_code, user_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX assignments_by_user ON assignments (user_id);
--> statement-breakpoint
CREATE TABLE answers (
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	track TEXT NOT NULL CHECK (track IN ('self', 'assessor', 'final')),
	level INTEGER CHECK (level IS NULL OR level >= 1),
	not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (not_applicable IN (0, 1)),
	justification TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL CHECK (version >= 1),
	updated_at INTEGER NOT NULL,
	updated_by TEXT NOT NULL REFERENCES users (id),
	PRIMARY KEY (assessment_id, indicator, track),
	CHECK (not_applicable = 0 OR level IS NULL)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE answer_writes (
	request_id TEXT PRIMARY KEY,
	user_id TEXT NOT NULL,
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	track TEXT NOT NULL,
	response TEXT NOT NULL, -- what was answered, so that a repetition answers the same
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE audit_log (
	seq INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	actor_id TEXT,
	actor_name TEXT NOT NULL,
	action TEXT NOT NULL,
	subject TEXT NOT NULL,
	before TEXT,
	after TEXT,
	previous_hash TEXT NOT NULL,
	hash TEXT NOT NULL UNIQUE
) STRICT;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log only grows'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log only grows'); END;
