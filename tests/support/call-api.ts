import { mkdtempSync, rmSync } from 'node:fs';
import type { Locale } from '#lib/domain/locale.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { API_CALLS } from '#lib/server/api/calls.ts';
import { dispatch } from '#lib/server/api/dispatch.ts';
import { callFinder } from '#lib/server/api/find-call.ts';
import { ProblemDocument } from '#lib/server/api/schemas.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { toResponse } from '#lib/server/foundation/http/plain-answer.ts';
import { z } from 'zod';

const ORIGIN = 'http://siap.contoh';

/** Folder of the files that calls keep; gone with the test process. */
const DATA_DIR = mkdtempSync(join(tmpdir(), 'siap-api-'));
process.once('exit', () => rmSync(DATA_DIR, { recursive: true, force: true }));

const findCall = callFinder(API_CALLS);

export interface Call {
	viewer?: Viewer | null;
	method?: string;
	/** Body, sent as JSON unless it is a string or bytes. */
	body?: unknown;
	headers?: Record<string, string>;
	locale?: Locale;
	/** A folder for evidence; one of the test process otherwise. */
	dataDir?: string;
}

/** Makes a call as the server would, and holds the answer against the documented shape. */
export async function callApi(
	db: Db,
	address: string,
	{ viewer = null, method = 'GET', body, headers, locale = 'id', dataDir = DATA_DIR }: Call = {}
): Promise<{ status: number; body: never; text: string; headers: Headers }> {
	const url = new URL(`/api/v1${address}`, ORIGIN);
	const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
	const sent = isJson ? JSON.stringify(body) : ((body ?? '') as string | Uint8Array);
	const answer = await dispatch({
		db,
		dataDir,
		viewer,
		locale,
		method,
		url,
		headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
		stream: Readable.from([Buffer.from(sent)])
	});
	const response = toResponse(answer);
	const text = await response.text();
	const parsed: unknown = /json/.test(response.headers.get('content-type') ?? '') && text ? JSON.parse(text) : null;
	checkShape(`${method} ${address}`, findCall(url.pathname.slice('/api/v1'.length), method), response, parsed);
	return { status: response.status, body: parsed as never, text, headers: response.headers };
}

function checkShape(what: string, found: ReturnType<typeof findCall>, response: Response, body: unknown): void {
	const known = typeof found === 'string' ? undefined : found.call;
	if (response.status >= 400) {
		const problem = ProblemDocument.parse(body);
		const documented = [...(known?.problems ?? [404, 405]), 401, 500];
		if (problem.status !== response.status || !documented.includes(response.status))
			throw new Error(`${what} does not document ${response.status}`);
	} else if (response.status === 200 && known?.answer instanceof z.ZodType) known.answer.parse(body);
}
