-- What editors wrote in place of paragraphs of a report: one row for each paragraph that anybody ever touched.
CREATE TABLE report_texts (
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	kind TEXT NOT NULL,
	subject TEXT NOT NULL, -- code of the region, id of the agency; empty = the whole province
	locale TEXT NOT NULL,
	passage TEXT NOT NULL, -- such as plan.late
	choice TEXT NOT NULL CHECK (choice IN ('own', 'omit', 'generated')), -- what is printed
	text TEXT NOT NULL, -- empty unless the own one is printed
	generated TEXT NOT NULL, -- what was written from the data when a person last looked
	sense TEXT NOT NULL, -- the same without the day of printing
	version INTEGER NOT NULL,
	written_by TEXT NOT NULL REFERENCES users (id),
	written_at INTEGER NOT NULL,
	PRIMARY KEY (round_id, kind, subject, locale, passage)
) STRICT, WITHOUT ROWID;
