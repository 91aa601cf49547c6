-- Rebuilt because SQLite cannot change a CHECK: the whole life of an assessment. Foreign keys are off while migrations run.
CREATE TABLE assessments_new (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	region_code TEXT NOT NULL REFERENCES regions (code),
	agency_id TEXT REFERENCES agencies (id),
	instrument_id INTEGER NOT NULL REFERENCES instrument_versions (id),
	status TEXT NOT NULL DEFAULT 'not_started' CHECK (
		status IN ('not_started', 'self_assessment', 'submitted', 'in_review', 'clarification', 'assessed', 'final')
	),
	revision INTEGER NOT NULL DEFAULT 0, -- grows with every change of an answer or status
	status_changed_at INTEGER,
	status_changed_by TEXT REFERENCES users (id)
) STRICT;
--> statement-breakpoint
INSERT INTO assessments_new
SELECT id, round_id, region_code, agency_id, instrument_id,
	CASE status WHEN 'in_progress' THEN 'self_assessment' ELSE status END,
	revision, status_changed_at, status_changed_by
FROM assessments;
--> statement-breakpoint
DROP TABLE assessments;
--> statement-breakpoint
ALTER TABLE assessments_new RENAME TO assessments;
--> statement-breakpoint
CREATE UNIQUE INDEX assessments_of_round ON assessments (round_id, region_code, ifnull(agency_id, ''));
--> statement-breakpoint
CREATE TABLE assessment_steps (
	assessment_id INTEGER NOT NULL REFERENCES assessments (id),
	n INTEGER NOT NULL CHECK (n >= 1), -- counts the steps of one assessment
	step TEXT NOT NULL,
	from_status TEXT NOT NULL,
	to_status TEXT NOT NULL,
	at INTEGER NOT NULL,
	by TEXT REFERENCES users (id), -- null: the system
	reason TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (assessment_id, n)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE answers ADD COLUMN evidence_waiver TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE answers ADD COLUMN change_reason TEXT;
--> statement-breakpoint
ALTER TABLE answers ADD COLUMN change_note TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
-- When the indicator was first answered on the track: what the pace of a round is measured by.
ALTER TABLE answers ADD COLUMN first_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE answers SET first_at = updated_at;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN email TEXT;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN phone TEXT;
--> statement-breakpoint
CREATE TABLE settings (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
