import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

/** One run of the seed: its transaction, the day that its dates count back from, and the entries for the log. */
export interface Seeding {
	tx: Db;
	now: number;
	log: AuditEntry[];
}
