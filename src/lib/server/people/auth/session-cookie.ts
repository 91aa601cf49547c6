import type { Cookies } from '@sveltejs/kit';
import { SESSION_COOKIE } from './sessions.ts';

/** Puts a session into the browser: not readable by scripts, not sent from other sites. */
export function setSessionCookie(cookies: Cookies, url: URL, session: { id: string; expiresAt: Date }): void {
	cookies.set(SESSION_COOKIE, session.id, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		expires: session.expiresAt
	});
}
