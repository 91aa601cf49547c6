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

/** A session as the value of a `Set-Cookie` header. */
export function sessionCookie(url: URL, session: Session): string {
	return serialize(SESSION_COOKIE, session.id, optionsOf(url, session));
}

/** Options of a cookie that scripts cannot read and other sites do not send. */
function optionsOf(url: URL, { expiresAt }: Session) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: url.protocol === 'https:',
		expires: expiresAt
	};
}
