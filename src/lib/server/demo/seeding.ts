import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

/** One run of the seed: the transaction that it writes in, the day that its dates count back from, and what the log will hold. */
export interface Seeding {
	tx: Db;
	now: number;
	log: AuditEntry[];
}
