import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { findSessionViewer, findTokenViewer } from './sessions.ts';

/** The proofs of identity that a request carries. */
export interface Credentials {
	/** The header; undefined on pages, where tokens do not count. */
	authorization: string | undefined;
	/** From the cookie. */
	sessionId: string | undefined;
}

export interface Asker {
	/** Null when nobody is logged in. */
	viewer: Viewer | null;
	/** The session of the cookie, where it was just given more time: the browser is to be told. */
	renewed: { id: string; expiresAt: Date } | null;
}

/** The sender of a request; a bearer token goes before a session. */
export async function whoAsks(db: Db, { authorization, sessionId }: Credentials): Promise<Asker> {
	const bearer = authorization && /^Bearer (\S+)$/.exec(authorization)?.[1];
	if (bearer) return { viewer: findTokenViewer(db, bearer), renewed: null };
	const found = sessionId ? await findSessionViewer(db, sessionId) : null;
	const renewed = found?.renewedUntil ? { id: sessionId!, expiresAt: found.renewedUntil } : null;
	return { viewer: found?.viewer ?? null, renewed };
}
