-- A region that agreed, for one round, to let regions that need help read its evidence. Revoking removes the row; who
-- agreed and revoked when stands in the audit log.
CREATE TABLE evidence_shares (
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	region_code TEXT NOT NULL REFERENCES regions (code),
	agreed_by TEXT REFERENCES users (id), -- NULL = the sample data
	agreed_at INTEGER NOT NULL,
	PRIMARY KEY (round_id, region_code)
) STRICT, WITHOUT ROWID;
