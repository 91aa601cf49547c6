import { randomUUID } from 'node:crypto';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { onBehalfOf } from '#lib/server/foundation/jobs/lanes.ts';
import { log } from '#lib/server/foundation/log.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import type { ApiRequest } from './api-request.ts';
import { API_CALLS } from './calls.ts';
import { callFinder } from './find-call.ts';
import { answerProblem, Problem } from './problem.ts';
import { readQuery, refuseCrossSite } from './request-body.ts';

const ROOT = '/api/v1';

const findCall = callFinder(API_CALLS);

/** Answers a request of the API; a fault in it becomes a problem document. Never throws. */
export async function dispatch(request: ApiRequest): Promise<Answer> {
	try {
		return await answer(request);
	} catch (error) {
		return answerFailure(error, request);
	}
}

/** Makes the problem document of a thrown error. A fault of ours is logged under an id that the document names. */
export function answerFailure(error: unknown, request: Pick<ApiRequest, 'url' | 'method' | 'locale'>): Answer {
	const { url, method, locale } = request;
	if (error instanceof Problem) return answerProblem(error, url, locale);
	const id = randomUUID().slice(0, 8);
	log.error({ err: error, id, path: url.pathname, method }, 'request failed');
	return answerProblem(new Problem('server_error', { id }), url, locale);
}

async function answer(request: ApiRequest): Promise<Answer> {
	const { method, url, viewer } = request;
	const found = findCall(url.pathname.slice(ROOT.length), method);
	if (found === 'no_address') throw new Problem('route_missing', { path: url.pathname });
	if (found === 'no_method') throw new Problem('method_not_allowed', { method });
	const { call, params } = found;
	if (!call.isPublic && !viewer) throw new Problem('not_logged_in', {});
	if (call.permission && !(viewer && hasPermission(viewer, call.permission))) throw new Problem('forbidden', {});
	const asked = { ...request, params, now: Date.now() };
	call.before?.(asked);
	if (call.method !== 'get') refuseCrossSite(request);
	const query = call.query && readQuery(url, call.query, request.locale);
	const body = await call.body?.read(request);
	const work = () => call.call({ ...asked, query, body });
	return viewer ? onBehalfOf(viewer.id, work) : work();
}
