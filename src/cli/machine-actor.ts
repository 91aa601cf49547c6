import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';

/** Whoever can start the command line can read the database file itself, so it acts with full rights; the audit log
 *  shows that it was not done by an account. */
export const MACHINE_ACTOR: AuditEntry['actor'] = { id: null, name: 'siap (baris perintah)' };
