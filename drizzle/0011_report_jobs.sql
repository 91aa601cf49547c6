-- Documents asked for on the reports page: made one after the other beside the requests, kept with who asked and from what.
CREATE TABLE report_jobs (
	id TEXT PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	kind TEXT NOT NULL,
	subject TEXT NOT NULL, -- code of the region, number of the session; empty = all
	locale TEXT NOT NULL,
	options TEXT NOT NULL CHECK (json_valid(options)),
	origin TEXT NOT NULL, -- public address at the time, for the QR code
	state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
	done INTEGER NOT NULL DEFAULT 0, -- documents finished, of `total`
	total INTEGER NOT NULL,
	data_state TEXT NOT NULL DEFAULT '', -- revision, or hash of the snapshot, that it was made from
	code TEXT, -- of the document; none for a folder
	size INTEGER, -- bytes of the file
	made_by TEXT NOT NULL REFERENCES users (id),
	made_at INTEGER NOT NULL,
	finished_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE INDEX report_jobs_by_round ON report_jobs (round_id, made_at);
