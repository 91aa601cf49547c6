CREATE TABLE milestones (
	id TEXT PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	kind TEXT NOT NULL CHECK (kind IN ('socialisation', 'self_assessment', 'visits', 'plenary', 'publication', 'other')),
	title TEXT NOT NULL DEFAULT '', -- only of kind 'other'; the others are named by their kind
	starts_on TEXT NOT NULL,
	ends_on TEXT NOT NULL,
	place TEXT NOT NULL DEFAULT '',
	revision INTEGER NOT NULL DEFAULT 0, -- how often it was changed
	changed_at INTEGER NOT NULL,
	CHECK (ends_on >= starts_on),
	CHECK (kind <> 'other' OR title <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX milestones_by_round ON milestones (round_id);
--> statement-breakpoint
CREATE TABLE visits (
	id TEXT PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	region_code TEXT NOT NULL REFERENCES regions (code),
	user_id TEXT NOT NULL REFERENCES users (id), -- the assessor who goes
	visit_on TEXT NOT NULL,
	place TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
	revision INTEGER NOT NULL DEFAULT 0,
	changed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX visits_by_round ON visits (round_id);
--> statement-breakpoint
-- A calendar program has no cookie: it reads with a secret in the address, of which only the hash is kept.
CREATE TABLE calendar_tokens (
	token_hash TEXT PRIMARY KEY,
	user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	created_at INTEGER NOT NULL,
	UNIQUE (user_id, round_id) -- a new address takes the place of the one before
) STRICT, WITHOUT ROWID;
