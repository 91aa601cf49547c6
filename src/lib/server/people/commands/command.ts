import { appendAudit, type AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Acting, Actor } from './context.ts';

/** Runs a change in one transaction that nobody else writes into, from its checks to its entries in the log: all or nothing.
 *  @param run synchronous; `within` is the context inside the transaction, to be handed on
 *  @returns what `run` returned, which is not undone by saying no: refuse before the first write */
export function command<T, Asked extends Acting<Actor>>(context: Asked, run: (tx: Db, within: Asked) => T): T {
	return context.db.transaction((tx) => run(tx, { ...context, db: tx }), { behavior: 'immediate' });
}

/** Notes in the log what was done, by whom and when; call it inside the transaction of the change. */
export function record({ db, actor, now }: Acting<Actor>, entry: Omit<AuditEntry, 'at' | 'actor'>): void {
	appendAudit(db, { at: now, actor: { id: actor.id, name: actor.displayName }, ...entry });
}
