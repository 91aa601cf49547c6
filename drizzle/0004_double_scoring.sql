-- A drawn sample: which indicators of which regions a second assessor scores without seeing the first.
CREATE TABLE double_samples (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	seed TEXT NOT NULL,
	regions INTEGER NOT NULL CHECK (regions > 0),
	indicators INTEGER NOT NULL CHECK (indicators > 0), -- a region
	drawn_by TEXT REFERENCES users (id),
	drawn_at INTEGER NOT NULL,
	-- From then on no score is taken, and the first assessors see the second ones.
	closed_by TEXT REFERENCES users (id),
	closed_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE TABLE double_scores (
	sample_id INTEGER NOT NULL REFERENCES double_samples (id),
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	user_id TEXT NOT NULL REFERENCES users (id), -- the second assessor
	level INTEGER CHECK (level IS NULL OR level >= 1),
	not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (not_applicable IN (0, 1)),
	justification TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 0,
	scored_at INTEGER,
	-- The first assessor and answer as they stood when the sample was closed; until then the answers themselves count.
	first_by TEXT REFERENCES users (id),
	first_level INTEGER,
	first_not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (first_not_applicable IN (0, 1)),
	PRIMARY KEY (sample_id, assessment_id, indicator),
	CHECK (not_applicable = 0 OR level IS NULL)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX double_scores_by_user ON double_scores (user_id);
--> statement-breakpoint
-- One sample at a time is scored in a round.
CREATE UNIQUE INDEX double_samples_open ON double_samples (round_id) WHERE closed_at IS NULL;
