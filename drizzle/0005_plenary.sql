CREATE TABLE plenary_sessions (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	held_on TEXT NOT NULL,
	place TEXT NOT NULL,
	chair TEXT NOT NULL,
	attendees TEXT NOT NULL CHECK (json_valid(attendees)), -- JSON list of {name, office}
	number TEXT NOT NULL DEFAULT '', -- of the minutes
	version INTEGER NOT NULL DEFAULT 1,
	created_by TEXT REFERENCES users (id),
	created_at INTEGER NOT NULL,
	closed_at INTEGER -- its minutes are final, it takes no more decisions
) STRICT;
--> statement-breakpoint
CREATE INDEX plenary_sessions_by_round ON plenary_sessions (round_id);
--> statement-breakpoint
-- Small differences that somebody wants to talk about all the same.
CREATE TABLE plenary_agenda (
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	added_by TEXT NOT NULL REFERENCES users (id),
	added_at INTEGER NOT NULL,
	PRIMARY KEY (assessment_id, indicator)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Every decision, revised ones too; `n` is the version of the answer on the final track that it set.
CREATE TABLE plenary_decisions (
	session_id INTEGER NOT NULL REFERENCES plenary_sessions (id),
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	n INTEGER NOT NULL,
	self_level INTEGER, -- what stood before the plenary
	self_not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (self_not_applicable IN (0, 1)),
	assessor_level INTEGER,
	assessor_not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (assessor_not_applicable IN (0, 1)),
	level INTEGER CHECK (level IS NULL OR level >= 1),
	not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (not_applicable IN (0, 1)),
	change_reason TEXT, -- where it differs from the assessor's
	reason TEXT NOT NULL,
	together INTEGER NOT NULL DEFAULT 0 CHECK (together IN (0, 1)), -- accepted with the rest of the region in one step
	decided_by TEXT REFERENCES users (id),
	decided_at INTEGER NOT NULL,
	PRIMARY KEY (assessment_id, indicator, n),
	CHECK (not_applicable = 0 OR level IS NULL),
	CHECK (not_applicable = 1 OR level IS NOT NULL)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX plenary_decisions_by_session ON plenary_decisions (session_id);
