import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { m } from '#lib/paraglide/messages.js';
import { needsSetup, issueSetupToken } from '#lib/server/auth/setup-token.ts';
import { findSessionViewer, findTokenViewer, SESSION_COOKIE } from '#lib/server/auth/sessions.ts';
import { setSessionCookie } from '#lib/server/auth/session-cookie.ts';
import type { Viewer } from '#lib/server/auth/access.ts';
import { type Connection, openDatabase } from '#lib/server/db/open.ts';
import { readEnvironment } from '#lib/server/environment.ts';
import { storeShippedInstruments } from '#lib/server/instruments/shipped-instruments.ts';
import { log } from '#lib/server/log.ts';
import { closeReports } from '#lib/server/reports/render-pdf.ts';

let connection: Connection;

export const init: ServerInit = () => {
	const environment = readEnvironment(process.env);
	connection = openDatabase(environment.dataDir);
	storeShippedInstruments(connection.db, Date.now());
	if (needsSetup(connection.db)) log.warn(m.start_setup_token({ token: issueSetupToken() }));
	// Emitted by the server when the requests under way are answered.
	process.once('sveltekit:shutdown' as never, () => {
		void closeReports();
		connection.close();
	});
};

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		event.locals.db = connection.db;
		event.locals.locale = locale;
		event.locals.viewer = await findViewer(event);
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale),
			preload: ({ type }) => type === 'js' || type === 'css' || type === 'font'
		});
		response.headers.set('x-content-type-options', 'nosniff');
		response.headers.set('referrer-policy', 'same-origin');
		if (event.locals.viewer && !response.headers.has('cache-control'))
			response.headers.set('cache-control', 'private, no-cache');
		return response;
	});

async function findViewer(event: Parameters<Handle>[0]['event']): Promise<Viewer | null> {
	const bearer = /^Bearer (\S+)$/.exec(event.request.headers.get('authorization') ?? '')?.[1];
	if (bearer && event.url.pathname.startsWith('/api/')) return findTokenViewer(connection.db, bearer);
	const sessionId = event.cookies.get(SESSION_COOKIE);
	if (!sessionId) return null;
	const found = await findSessionViewer(connection.db, sessionId);
	if (found?.renewedUntil) setSessionCookie(event.cookies, event.url, { id: sessionId, expiresAt: found.renewedUntil });
	return found?.viewer ?? null;
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: m.common_not_found({}, { locale: event.locals.locale }) };
	if (status < 500) return { message };
	const id = randomUUID().slice(0, 8);
	log.error({ err: error, id, path: event.url.pathname, method: event.request.method }, 'request failed');
	return { message: m.common_server_error({ id }, { locale: event.locals.locale }), id };
};
