import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { version } from '$app/environment';
import { baseLocale, cookieName } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { speakOfInstalled } from '#lib/server/places/province/find-province.ts';
import { answerBeforeKit } from '#lib/server/api/before-kit.ts';
import { handOverApi } from '#lib/server/api/handover.ts';
import { needsSetup, issueSetupToken } from '#lib/server/people/auth/setup-token.ts';
import { SESSION_COOKIE } from '#lib/server/people/auth/sessions.ts';
import { setSessionCookie } from '#lib/server/people/auth/session-cookie.ts';
import { whoAsks } from '#lib/server/people/auth/who-asks.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { readEnvironment } from '#lib/server/foundation/environment.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { allJobs } from '#lib/server/all-jobs.ts';
import { startJobs } from '#lib/server/foundation/jobs/schedule.ts';
import { onBehalfOf } from '#lib/server/foundation/jobs/lanes.ts';
import { log } from '#lib/server/foundation/log.ts';
import { commonHeaders } from '#lib/server/foundation/http/plain-answer.ts';
import { isPublicPath, servePublic } from '#lib/server/public/publication/serve-public.ts';
import { pauseJobs, resumeJobs } from '#lib/server/documents/jobs/run-jobs.ts';
import { inLocale } from '#lib/server/foundation/http/request-locale.ts';

let connection: Connection;
let dataDir: string;
let mailFrom: string | null;

export const init: ServerInit = () => {
	const environment = readEnvironment(process.env);
	dataDir = environment.dataDir;
	mailFrom = environment.mail?.from ?? null;
	connection = openDatabase(dataDir, environment.province);
	storeShippedInstruments(connection.db, Date.now());
	if (needsSetup(connection.db)) console.log(m.start_setup_token({ token: issueSetupToken() }));
	handOverApi(answerBeforeKit({ db: connection.db, dataDir }));
	void resumeJobs(connection.db, dataDir);
	const stopJobs = startJobs(connection.db, allJobs(environment));
	// Event that the server emits when the requests under way are answered.
	process.once('sveltekit:shutdown' as never, () => {
		stopJobs();
		void pauseJobs(connection.db).finally(() => connection.close());
	});
};

export const handle: Handle = ({ event, resolve }) => {
	event.locals.db = connection.db;
	speakOfInstalled(connection.db);
	event.locals.dataDir = dataDir;
	event.locals.mailFrom = mailFrom;
	const answer = (asked: typeof event) =>
		resolve(asked, {
			transformPageChunk: ({ html }) => html.replace('%lang%', asked.locals.locale),
			preload: ({ type }) => type === 'js' || type === 'css' || type === 'font'
		});
	if (isPublicPath(event.url.pathname)) return servePublic(event, { version, now: Date.now() }, answer);
	return inLocale(event.cookies.get(cookieName), async (locale) => {
		event.locals.locale = locale;
		event.locals.viewer = await findViewer(event);
		const response = await (event.locals.viewer
			? onBehalfOf(event.locals.viewer.id, () => answer(event))
			: answer(event));
		const isPersonal = event.locals.viewer !== null && !response.headers.has('cache-control');
		for (const [name, value] of Object.entries(commonHeaders(isPersonal))) response.headers.set(name, value);
		return response;
	});
};

async function findViewer({ cookies, request, url }: Parameters<Handle>[0]['event']): Promise<Viewer | null> {
	const { viewer, renewed } = await whoAsks(connection.db, {
		authorization: url.pathname.startsWith('/api/') ? (request.headers.get('authorization') ?? undefined) : undefined,
		sessionId: cookies.get(SESSION_COOKIE)
	});
	if (renewed) setSessionCookie(cookies, url, renewed);
	return viewer;
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const locale = event.locals.locale ?? baseLocale; // none yet where the request failed at its beginning
	if (status === 404) return { message: say(locale).common_not_found({}) };
	if (status < 500) return { message };
	const id = randomUUID().slice(0, 8);
	log.error({ err: error, id, path: event.url.pathname, method: event.request.method }, 'request failed');
	return { message: say(locale).common_server_error({ id }), id };
};
