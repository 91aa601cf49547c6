-- The last entry, kept beside the log: a row cut off the end leaves a chain that is whole but too short.
CREATE TABLE audit_head (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO audit_head SELECT 1, seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1;
--> statement-breakpoint
CREATE TRIGGER audit_log_head AFTER INSERT ON audit_log BEGIN
	INSERT INTO audit_head VALUES (1, NEW.seq, NEW.hash)
	ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
END;
