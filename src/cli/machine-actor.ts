import type { Actor } from '#lib/server/people/commands/context.ts';

/** Whoever can start the command line can read the database file itself, so it acts with full rights; the audit log
 *  shows that it was not done by an account. */
export const MACHINE_ACTOR: Actor = { id: null, displayName: 'siap (baris perintah)' };
