CREATE TABLE clarifications (
	id TEXT PRIMARY KEY,
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'settled')),
	due_on TEXT NOT NULL,
	asked_by TEXT NOT NULL REFERENCES users (id),
	asked_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	settled_by TEXT REFERENCES users (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX clarifications_by_assessment ON clarifications (assessment_id);
--> statement-breakpoint
-- One message for the question and for every step after it; only what closes a thread may say nothing.
CREATE TABLE clarification_messages (
	id TEXT PRIMARY KEY,
	clarification_id TEXT NOT NULL REFERENCES clarifications (id),
	n INTEGER NOT NULL CHECK (n >= 1), -- counts the messages of one thread
	kind TEXT NOT NULL CHECK (kind IN ('ask', 'answer', 'ask_again', 'settle', 'withdraw')),
	author_id TEXT NOT NULL REFERENCES users (id),
	at INTEGER NOT NULL,
	body TEXT NOT NULL,
	CHECK (length(body) > 0 OR kind IN ('settle', 'withdraw'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX clarification_messages_by_thread ON clarification_messages (clarification_id, n);
--> statement-breakpoint
-- What assessors note among themselves; never shown to the region.
CREATE TABLE internal_notes (
	id TEXT PRIMARY KEY,
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	indicator TEXT NOT NULL,
	author_id TEXT NOT NULL REFERENCES users (id),
	at INTEGER NOT NULL,
	body TEXT NOT NULL CHECK (length(body) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX internal_notes_by_assessment ON internal_notes (assessment_id);
