import type { AuditEntry } from '#lib/server/audit/append-audit.ts';
import type { Viewer } from '#lib/server/auth/access.ts';

/** Whoever can start the command line can read the database file itself, so it acts with full rights; the audit log
 *  shows that it was not done by an account. */
export const MACHINE_ACTOR: AuditEntry['actor'] = { id: null, name: 'siap (baris perintah)' };

/** The same for functions that ask who reads. It has no account, so nothing can be written in its name. */
export const MACHINE_VIEWER: Viewer = {
	id: '',
	username: '',
	displayName: MACHINE_ACTOR.name,
	role: 'admin',
	regionCode: null,
	agencyId: null
};
