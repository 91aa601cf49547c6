import { asc, gt } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditHead, auditLog } from '#lib/server/foundation/db/schema.ts';
import { entryHash } from './append-audit.ts';

const AT_ONCE = 1_000;

/** Walks the whole chain, a thousand entries at a time, and compares its end with the head that is kept apart.
 *  @returns the number of sound entries, the first that was changed, removed or reordered (null = none), and the hash
 *  of the last sound one: noted elsewhere, it shows whether the log was rewritten as a whole */
export function verifyAudit(db: Db): { entries: number; firstBroken: number | null; lastHash: string } {
	let entries = 0;
	let lastHash = '';
	for (;;) {
		const rows = db
			.select()
			.from(auditLog)
			.where(gt(auditLog.seq, entries))
			.orderBy(asc(auditLog.seq))
			.limit(AT_ONCE)
			.all();
		for (const row of rows) {
			if (row.seq !== entries + 1 || row.previousHash !== lastHash || entryHash(row) !== row.hash)
				return { entries, firstBroken: entries + 1, lastHash };
			lastHash = row.hash;
			entries++;
		}
		if (rows.length < AT_ONCE) break;
	}
	const head = db.select().from(auditHead).get();
	const isWhole = (head?.seq ?? 0) === entries && (head?.hash ?? '') === lastHash;
	return { entries, firstBroken: isWhole ? null : entries + 1, lastHash };
}
