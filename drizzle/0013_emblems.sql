-- Coats of arms on the cover of reports, as an administrator put them there.
CREATE TABLE report_emblems (
	place TEXT PRIMARY KEY CHECK (place IN ('government', 'partner')),
	type TEXT NOT NULL CHECK (type IN ('png', 'jpeg')),
	content BLOB NOT NULL,
	sha256 TEXT NOT NULL
) STRICT;
