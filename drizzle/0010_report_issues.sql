-- Documents that left the system, each with what it was made from, so that a paper can be checked against it later.
CREATE TABLE report_issues (
	code TEXT PRIMARY KEY, -- printed on every page, here without its hyphens
	kind TEXT NOT NULL,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	subject TEXT NOT NULL, -- code of the region, number of the session; empty = the whole province
	locale TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('draft', 'final')),
	instrument_id INTEGER NOT NULL REFERENCES instrument_versions (id),
	input BLOB NOT NULL, -- deflated JSON, but for the instrument and the boundaries
	address TEXT, -- what the QR code leads to
	file_hash TEXT NOT NULL,
	issued_by TEXT REFERENCES users (id),
	issued_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX report_issues_by_round ON report_issues (round_id, subject);
--> statement-breakpoint
CREATE TRIGGER report_issues_stay BEFORE UPDATE ON report_issues BEGIN SELECT RAISE(ABORT, 'an issued document stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER report_issues_kept BEFORE DELETE ON report_issues BEGIN SELECT RAISE(ABORT, 'an issued document is kept'); END;
