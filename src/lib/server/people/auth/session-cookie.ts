import type { Cookies } from '@sveltejs/kit';
import { serialize } from 'cookie';
import { SESSION_COOKIE } from './sessions.ts';

interface Session {
	id: string;
	expiresAt: Date;
}

/** Puts a session into the browser. */
export function setSessionCookie(cookies: Cookies, url: URL, session: Session): void {
	cookies.set(SESSION_COOKIE, session.id, optionsOf(url, session));
}

/** The same as the value of a `Set-Cookie` header. */
export function sessionCookie(url: URL, session: Session): string {
	return serialize(SESSION_COOKIE, session.id, optionsOf(url, session));
}

/** Not readable by scripts, not sent from other sites. */
function optionsOf(url: URL, { expiresAt }: Session) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: url.protocol === 'https:',
		expires: expiresAt
	};
}
