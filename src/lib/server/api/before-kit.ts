import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'cookie';
import { cookieName } from '#lib/paraglide/runtime.js';
import { SESSION_COOKIE } from '#lib/server/people/auth/sessions.ts';
import { sessionCookie } from '#lib/server/people/auth/session-cookie.ts';
import { speakOfInstalled } from '#lib/server/places/province/find-province.ts';
import { whoAsks } from '#lib/server/people/auth/who-asks.ts';
import { log } from '#lib/server/foundation/log.ts';
import { type Answer, commonHeaders } from '#lib/server/foundation/http/plain-answer.ts';
import { inLocale } from '#lib/server/foundation/http/request-locale.ts';
import type { ApiRequest } from './api-request.ts';
import { answerFailure, dispatch } from './dispatch.ts';

// Kit makes a web Request and Response of every call, which costs more than most calls themselves. Addresses and bodies
// that Kit treats in its own way are left to it: its one route of the API asks the same dispatcher.

/** Answers a call of the API, unless it is one for Kit.
 *  @param origin address of this server; null = the address that the browser names, unencrypted
 *  @returns whether the request was taken */
export type BeforeKit = (request: IncomingMessage, response: ServerResponse, origin: string | null) => boolean;

/** Addresses that Kit would not change: no slash at the end, no escapes, empty or dotted parts, and none of Kit's
 *  endings. */
const PLAIN_ADDRESS = /^\/api\/v1(?:\/(?!__)[\w~-][\w.~-]*)*(?:\?|$)/;
const KIT_ENDING = /\.html__(?:data\.json|route\.js)(?:\?|$)/;
const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);
/** Forms are Kit's: it refuses those that another site sends. */
const MEDIA_TYPES = new Set(['', 'application/json', 'text/csv', 'application/octet-stream']);

/** Gives the API on node:http, for the server to ask before Kit. */
export function answerBeforeKit({ db, dataDir }: Pick<ApiRequest, 'db' | 'dataDir'>): BeforeKit {
	return (request, response, origin) => {
		const url = plainAddress(request, origin);
		if (!url) return false;
		const { method = 'GET', headers } = request;
		const cookies = headers.cookie ? parse(headers.cookie) : {};
		inLocale(cookies[cookieName], async (locale) => {
			const asked = { db, dataDir, locale, method, url, headers, stream: request };
			const credentials = { authorization: headers.authorization, sessionId: cookies[SESSION_COOKIE] };
			try {
				speakOfInstalled(db);
				const { viewer, renewed } = await whoAsks(db, credentials);
				const answer = await dispatch({ ...asked, viewer });
				const isPersonal = viewer !== null && !('cache-control' in answer.headers);
				if (renewed) response.setHeader('set-cookie', sessionCookie(url, renewed));
				await send(request, response, { ...answer, headers: { ...answer.headers, ...commonHeaders(isPersonal) } });
			} catch (error) {
				if (response.headersSent)
					response.destroy(); // such as a download that was broken off
				else await send(request, response, answerFailure(error, asked));
			}
		}).catch((error: unknown) => log.error({ err: error, path: url.pathname, method }, 'answer not sent'));
		return true;
	};
}

function plainAddress({ method, url, headers }: IncomingMessage, origin: string | null): URL | null {
	if (!PLAIN_ADDRESS.test(url!) || KIT_ENDING.test(url!) || !METHODS.has(method!)) return null;
	if (!MEDIA_TYPES.has((headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase())) return null;
	const address = (origin ?? `http://${headers.host}`) + url!;
	if (!headers.host || headers.host.includes('@') || !URL.canParse(address)) return null;
	return new URL(address);
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
	const { status, headers, body } = answer;
	// The rest of a body that was too large is not waited for.
	if (status === 413 && !request.complete) response.setHeader('connection', 'close');
	response.writeHead(status, headers);
	if (body instanceof Readable) await pipeline(body, response);
	else response.end(body);
}
