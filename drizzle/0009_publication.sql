CREATE TABLE publications (
	round_id INTEGER PRIMARY KEY REFERENCES rounds (id),
	depth TEXT NOT NULL CHECK (depth IN ('none', 'class', 'index', 'domains', 'indicators')),
	embargo_until INTEGER, -- milliseconds; NULL = open as soon as the round is published
	licence TEXT NOT NULL CHECK (licence IN ('CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0')),
	contact TEXT NOT NULL DEFAULT ''
) STRICT;
