ALTER TABLE regions RENAME COLUMN bakorwil TO area;
--> statement-breakpoint
ALTER TABLE regions ADD COLUMN abbreviation TEXT;
--> statement-breakpoint
ALTER TABLE regions ADD COLUMN label_lat REAL;
--> statement-breakpoint
ALTER TABLE regions ADD COLUMN label_lon REAL;
--> statement-breakpoint
CREATE TABLE province (
	id INTEGER PRIMARY KEY CHECK (id = 1), -- one installation, one province
	profile TEXT NOT NULL, -- YAML, as it was installed
	hash TEXT NOT NULL, -- SHA-256 of the text, in hex
	version INTEGER NOT NULL CHECK (version > 0), -- grows with every change
	installed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
UPDATE report_texts SET passage = 'distribution.area' WHERE passage = 'distribution.bakorwil';
