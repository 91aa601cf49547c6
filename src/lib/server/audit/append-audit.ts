import { createHash } from 'node:crypto';
import { asc, desc } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { auditLog } from '../db/schema.ts';

export interface AuditEntry {
	at: number;
	/** Null for what the system or the command line did. */
	actor: { id: string | null; name: string };
	/** What was done, such as `answer.save`. */
	action: string;
	/** What it was done to, such as `2026/35.78/A1/self`. */
	subject: string;
	before?: unknown;
	after?: unknown;
}

interface ChainRow {
	seq: number;
	at: number;
	actorId: string | null;
	actorName: string;
	action: string;
	subject: string;
	before: string | null;
	after: string | null;
	previousHash: string;
}

/** Hash of one entry: SHA-256 over its fields as a JSON array, the previous hash included. */
function entryHash(row: ChainRow): string {
	const fields = [
		row.seq,
		row.at,
		row.actorId,
		row.actorName,
		row.action,
		row.subject,
		row.before,
		row.after,
		row.previousHash
	];
	return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Appends to the audit log; call it inside the transaction of the change, so that both are kept or neither. */
export function appendAudit(tx: Db, entry: AuditEntry): void {
	const last = tx
		.select({ seq: auditLog.seq, hash: auditLog.hash })
		.from(auditLog)
		.orderBy(desc(auditLog.seq))
		.limit(1)
		.get();
	const row: ChainRow = {
		seq: (last?.seq ?? 0) + 1,
		at: entry.at,
		actorId: entry.actor.id,
		actorName: entry.actor.name,
		action: entry.action,
		subject: entry.subject,
		before: entry.before === undefined ? null : JSON.stringify(entry.before),
		after: entry.after === undefined ? null : JSON.stringify(entry.after),
		previousHash: last?.hash ?? ''
	};
	tx.insert(auditLog)
		.values({ ...row, hash: entryHash(row) })
		.run();
}

/** Walks the whole chain.
 *  @returns how many entries are sound, and the first that was changed, removed or reordered (null = none).
 *  An entry cut off the very end cannot be seen from the chain alone. */
export function verifyAudit(db: Db): { entries: number; firstBroken: number | null } {
	let previousHash = '';
	let entries = 0;
	for (const row of db.select().from(auditLog).orderBy(asc(auditLog.seq)).all()) {
		if (row.seq !== entries + 1 || row.previousHash !== previousHash || entryHash(row) !== row.hash)
			return { entries, firstBroken: entries + 1 };
		previousHash = row.hash;
		entries++;
	}
	return { entries, firstBroken: null };
}
