import { appendAudit, type AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Acting, Actor } from './context.ts';

/** Runs a change in one transaction that nobody else writes into, from its checks to its entries in the log: all of it
 *  or, where `run` throws, nothing.
 *  @param run synchronous; `within` is the context inside the transaction, to be handed on
 *  @returns the result of `run`; a refusal undoes nothing, so refuse before the first write */
export function command<T, Asked extends Acting<Actor>>(context: Asked, run: (tx: Db, within: Asked) => T): T {
	return context.db.transaction((tx) => run(tx, { ...context, db: tx }), { behavior: 'immediate' });
}

/** Writes the audit entry of a change, with actor and time; call it inside the transaction of the change. */
export function record({ db, actor, now }: Acting<Actor>, entry: Omit<AuditEntry, 'at' | 'actor'>): void {
	appendAudit(db, { at: now, actor: { id: actor.id, name: actor.displayName }, ...entry });
}
