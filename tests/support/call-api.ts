import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ROUTES } from '#lib/server/api/routes.ts';
import { ProblemDocument } from '#lib/server/api/schemas.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { z } from 'zod';

const FOLDER = join(process.cwd(), 'src/routes/api/v1');
const ORIGIN = 'http://siap.contoh';

/** What calls keep on disk; gone with the test process. */
const DATA_DIR = mkdtempSync(join(tmpdir(), 'siap-api-'));
process.once('exit', () => rmSync(DATA_DIR, { recursive: true, force: true }));

type Handler = (event: unknown) => Promise<Response>;

/** Every route file below `/api/v1` as the OpenAPI document writes its path. */
export function listRouteFiles(): { path: string; file: string }[] {
	return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+server.ts'))
		.map((file) => ({
			path: `/${file.replaceAll('\\', '/').replace(/\/?\+server\.ts$/, '')}`.replace(/\[(\w+)\]/g, '{$1}'),
			file: join(FOLDER, file)
		}));
}

const routes = listRouteFiles()
	.map(({ path, file }) => {
		const pattern = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
		return { path, file, pattern: new RegExp(`^${pattern}$`) };
	})
	.sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));

export interface Call {
	viewer?: Viewer | null;
	method?: string;
	/** Sent as JSON unless it is a string or bytes. */
	body?: unknown;
	headers?: Record<string, string>;
	locale?: 'id' | 'en';
	/** A folder for evidence; one of the test process otherwise. */
	dataDir?: string;
}

/** Calls the handler of an address as the server would, and holds what it answers against the documented shape. */
export async function callApi(
	db: Db,
	address: string,
	{ viewer = null, method = 'GET', body, headers, locale = 'id', dataDir = DATA_DIR }: Call = {}
): Promise<{ status: number; body: never; text: string; headers: Headers }> {
	const url = new URL(`/api/v1${address}`, ORIGIN);
	const below = url.pathname.slice('/api/v1'.length);
	const route = routes.find(({ pattern }) => pattern.test(below)) ?? routes.find(({ path }) => path === '/[...path]')!;
	const module = (await import(route.file)) as Record<string, Handler | undefined>;
	const handler = module[method] ?? module.fallback!;
	const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
	const request = new Request(url, {
		method,
		headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
		body: isJson ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer> | undefined)
	});
	const params = Object.fromEntries(
		Object.entries(route.pattern.exec(below)?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
	);
	const response = await handler({ locals: { db, dataDir, viewer, locale }, params, request, url });
	const text = await response.text();
	const parsed: unknown = /json/.test(response.headers.get('content-type') ?? '') && text ? JSON.parse(text) : null;
	checkShape(route.path, method, response, parsed);
	return { status: response.status, body: parsed as never, text, headers: response.headers };
}

function checkShape(path: string, method: string, response: Response, body: unknown): void {
	const known = API_ROUTES.find((route) => route.path === path && route.method === method.toLowerCase());
	if (response.status >= 400) {
		const problem = ProblemDocument.parse(body);
		const documented = [...(known?.problems ?? [404, 405]), 401, 500];
		if (problem.status !== response.status || !documented.includes(response.status))
			throw new Error(`${method} ${path} does not document ${response.status}`);
	} else if (response.status === 200 && known?.answer instanceof z.ZodType) known.answer.parse(body);
}
