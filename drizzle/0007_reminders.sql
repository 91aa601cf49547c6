-- One row a person and reason: the unique key is what keeps a reminder from being sent twice.
CREATE TABLE reminders (
	id TEXT PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	user_id TEXT NOT NULL REFERENCES users (id),
	reason TEXT NOT NULL, -- why: a message key's ending
	subject TEXT NOT NULL, -- what about, such as 35.78 or 35.78/A1
	stage TEXT NOT NULL, -- which time, such as due-7, due-1, late-7
	params TEXT NOT NULL CHECK (json_valid(params)), -- what the sentence is made of
	created_at INTEGER NOT NULL,
	seen_at INTEGER,
	emailed_at INTEGER, -- written before it is sent, so that a stop in between sends it never rather than twice
	email_error TEXT, -- what the mail server answered; kept until it takes the message
	email_tries INTEGER NOT NULL DEFAULT 0,
	email_tried_at INTEGER,
	messaged_at INTEGER, -- an administrator handed it on by WhatsApp
	UNIQUE (round_id, user_id, reason, subject, stage)
) STRICT;
--> statement-breakpoint
CREATE INDEX reminders_by_user ON reminders (user_id);
