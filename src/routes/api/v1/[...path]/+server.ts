import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { RequestHandler } from './$types';
import { dispatch } from '#lib/server/api/dispatch.ts';
import { toResponse } from '#lib/server/foundation/http/plain-answer.ts';

/** All of the API where Kit alone serves, and what the server leaves to Kit; see `lib/server/api/before-kit.ts`. */
export const fallback: RequestHandler = async ({ locals, request, url }) => {
	const { method, body } = request;
	const stream = body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
	return toResponse(await dispatch({ ...locals, method, url, headers: Object.fromEntries(request.headers), stream }));
};
