-- A file is stored once, named by its SHA-256; what it proves, and where, stands in the tables below.
CREATE TABLE evidence_files (
	sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
	size INTEGER NOT NULL CHECK (size > 0),
	media_type TEXT NOT NULL,
	stored_at INTEGER NOT NULL,
	-- Suspected personal data, masked: JSON list of {kind, masked, place}; null while the text was not searched.
	findings TEXT CHECK (findings IS NULL OR json_valid(findings))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE evidence (
	id TEXT PRIMARY KEY,
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	sha256 TEXT REFERENCES evidence_files (sha256),
	url TEXT,
	title TEXT NOT NULL CHECK (length(title) > 0),
	kind TEXT NOT NULL,
	file_name TEXT NOT NULL DEFAULT '',
	document_date TEXT,
	valid_until TEXT,
	track TEXT NOT NULL CHECK (track IN ('self', 'assessor')),
	added_by TEXT NOT NULL REFERENCES users (id),
	added_at INTEGER NOT NULL,
	late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), -- added after submission
	removed_at INTEGER,
	link_checked_at INTEGER,
	link_status TEXT CHECK (link_status IS NULL OR link_status IN ('alive', 'dead')),
	link_detail TEXT,
	link_since INTEGER, -- since when the link is alive or dead
	CHECK ((sha256 IS NULL) <> (url IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX evidence_by_assessment ON evidence (assessment_id);
--> statement-breakpoint
CREATE INDEX evidence_by_file ON evidence (sha256);
--> statement-breakpoint
CREATE TABLE evidence_uses (
	evidence_id TEXT NOT NULL REFERENCES evidence (id),
	indicator TEXT NOT NULL,
	place TEXT NOT NULL DEFAULT '', -- page, article
	added_by TEXT NOT NULL REFERENCES users (id),
	added_at INTEGER NOT NULL,
	late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
	PRIMARY KEY (evidence_id, indicator)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- An upload under way; its bytes lie in DATA_DIR until they are all there.
CREATE TABLE uploads (
	id TEXT PRIMARY KEY,
	user_id TEXT NOT NULL REFERENCES users (id),
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	file_name TEXT NOT NULL,
	size INTEGER NOT NULL CHECK (size > 0),
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
