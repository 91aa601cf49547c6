import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';
import { log } from '#lib/server/foundation/log.ts';
import { Problem, problemResponse } from './problem.ts';

/** The parts of a request that the API looks at. */
export interface ApiEvent<Param extends string = never> {
	locals: Pick<App.Locals, 'db' | 'dataDir' | 'viewer' | 'locale'>;
	params: Record<Param, string>;
	request: Request;
	url: URL;
}

type ApiHandler<Param extends string> = (event: ApiEvent<Param>, viewer: Viewer) => Response | Promise<Response>;

/** A handler for people and programs that are logged in; nobody else gets further than 401. */
export function answerApi<Param extends string = never>(handle: ApiHandler<Param>) {
	return answerPublic<Param>((event) => {
		if (!event.locals.viewer) throw new Problem('not_logged_in', {});
		return handle(event, event.locals.viewer);
	});
}

/** A handler that anybody may call. Whatever goes wrong in it is answered as a problem document. */
export function answerPublic<Param extends string = never>(
	handle: (event: ApiEvent<Param>) => Response | Promise<Response>
) {
	return async (event: ApiEvent<Param> | RequestEvent): Promise<Response> => {
		const asked = event as ApiEvent<Param>;
		try {
			return await handle(asked);
		} catch (error) {
			return problemResponse(asProblem(error, asked), asked.url, asked.locals.locale);
		}
	};
}

/** Answers every method that a route does not have. */
export const methodNotAllowed = answerPublic(({ request }) => {
	throw new Problem('method_not_allowed', { method: request.method });
});

/** Refuses whoever lacks the permission altogether. @throws Problem 403 */
export function requireApiPermission(viewer: Viewer, permission: Permission): void {
	if (!hasPermission(viewer, permission)) throw new Problem('forbidden', {});
}

/** For one person: kept by nobody on the way. */
export const PRIVATE = 'private, no-cache';

/** JSON for one person. */
export function answerJson(body: unknown): Response {
	return Response.json(body, { headers: { 'cache-control': PRIVATE } });
}

/** The same with text that is kept and sent many times: as a stream, because `Response` would copy the bytes. */
export function answerKeptJson(bytes: Uint8Array, etag: string): Response {
	const body = new ReadableStream({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/json',
			'content-length': String(bytes.length),
			'cache-control': PRIVATE,
			etag
		}
	});
}

function asProblem(error: unknown, { request, url }: ApiEvent<string>): Problem {
	if (error instanceof Problem) return error;
	const id = randomUUID().slice(0, 8);
	log.error({ err: error, id, path: url.pathname, method: request.method }, 'request failed');
	return new Problem('server_error', { id });
}
