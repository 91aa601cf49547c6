import type { Actor } from '#lib/server/people/commands/context.ts';

/** Actor of the command line, with full rights: a person who can start it can read the database file itself. The audit
 *  log shows that no account did it. */
export const MACHINE_ACTOR: Actor = { id: null, displayName: 'siap (baris perintah)' };
