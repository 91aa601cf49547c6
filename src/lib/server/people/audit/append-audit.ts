import { createHash } from 'node:crypto';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditHeadNow, insertAuditEntry } from '#lib/server/foundation/db/hot-queries.ts';
import type { AuditAction } from './actions.ts';

export interface AuditEntry {
	at: number;
	/** The one who acted; the id is null for the system and the command line. */
	actor: { id: string | null; name: string };
	action: AuditAction;
	/** Name of the thing changed, such as `2026/99.78/A1/self`. */
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
export function entryHash(row: ChainRow): string {
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

/** Appends an entry to the audit log, chained to the one before; call it inside the transaction of the change, so that
 *  both are kept or neither. */
export function appendAudit(tx: Db, entry: AuditEntry): void {
	const last = auditHeadNow.get(tx, {});
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
	insertAuditEntry(tx, { ...row, hash: entryHash(row) });
}
