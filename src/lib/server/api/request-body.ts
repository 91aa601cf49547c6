import type { z } from 'zod';
import { en, id } from 'zod/locales';
import type { ApiEvent } from './answer-api.ts';
import { type Locale, Problem } from './problem.ts';

const ZOD_SENTENCES = { id: id().localeError, en: en().localeError };

/** Reads a JSON body and holds it against its schema.
 *  @param maxBytes larger bodies are refused
 *  @param describe the sentence of a fault that the schema names by a code
 *  @throws Problem 400, 403, 413, 415 or 422, each saying what to change */
export async function readJson<T>(
	event: ApiEvent<string>,
	schema: z.ZodType<T>,
	maxBytes: number,
	describe: (message: string) => string = (message) => message
): Promise<T> {
	const text = await readText(event, 'application/json', maxBytes);
	const parsed = schema.safeParse(parseJson(text), { error: ZOD_SENTENCES[event.locals.locale] });
	if (parsed.success) return parsed.data;
	throw contentInvalid(parsed.error, describe);
}

/** Reads a UTF-8 body of one media type.
 *  @throws Problem as above */
export async function readText(event: ApiEvent<string>, mediaType: string, maxBytes: number): Promise<string> {
	const bytes = await readBody(event, mediaType, maxBytes);
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new Problem('malformed_text', {});
	}
}

/** Reads a body of one media type.
 *  @throws Problem 403, 413 or 415 */
export async function readBody(event: ApiEvent<string>, mediaType: string, maxBytes: number): Promise<Uint8Array> {
	refuseCrossSite(event);
	const given = event.request.headers.get('content-type') ?? '';
	if (given.split(';')[0]!.trim().toLowerCase() !== mediaType) throw new Problem('media_type', { expected: mediaType });
	return readBytes(event.request, maxBytes);
}

/** A cookie travels with requests that other sites cause, so those are refused; a bearer token is sent on purpose.
 *  @throws Problem 403 */
export function refuseCrossSite({ request, url }: ApiEvent<string>): void {
	if (request.headers.has('authorization')) return;
	const origin = request.headers.get('origin');
	if (origin !== null && origin !== url.origin) throw new Problem('cross_site', { origin });
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
	const tooLarge = () => new Problem('body_too_large', { kilobytes: Math.floor(maxBytes / 1024) });
	if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
		size += chunk.byteLength;
		if (size > maxBytes) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new Problem('malformed_json', {});
	}
}

function contentInvalid(error: z.ZodError, describe: (message: string) => string): Problem {
	const errors = error.issues.map((issue) => ({
		field: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.') || 'body',
		detail: describe(issue.message)
	}));
	return new Problem(
		'content_invalid',
		{ faults: errors.map(({ field, detail }) => `${field}: ${detail}`).join('; ') },
		{ errors }
	);
}

/** Reads the query part of the address by a schema. @throws Problem 400 naming the parameter and what it may be */
export function readQuery<T>(url: URL, schema: z.ZodType<T>, locale: Locale): T {
	const parsed = schema.safeParse(Object.fromEntries(url.searchParams), { error: ZOD_SENTENCES[locale] });
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
	throw new Problem('query_invalid', { faults });
}
