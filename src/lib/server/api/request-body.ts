import type { Locale } from '#lib/domain/locale.ts';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { en, id } from 'zod/locales';
import type { ApiRequest } from './api-request.ts';
import { Problem } from './problem.ts';

const ZOD_SENTENCES = { id: id().localeError, en: en().localeError };

/** Kind of body of a call, with its reader. */
export interface BodyKind<T> {
	mediaType: string;
	/** Shape of a JSON body. */
	schema?: z.ZodType<T>;
	/** Reads and checks the body. @throws Problem 400, 413, 415 or 422, each saying what to change */
	read(request: ApiRequest): Promise<T>;
}

/** Describes a JSON body of one shape.
 *  @param maxBytes larger bodies are refused
 *  @param describe sentence of a fault that the schema names by a code */
export function jsonBody<T>(schema: z.ZodType<T>, maxBytes: number, describe = asItIs): BodyKind<T> {
	const text = textBody('application/json', maxBytes);
	return {
		mediaType: text.mediaType,
		schema,
		async read(request) {
			const { locale } = request;
			const parsed = schema.safeParse(parseJson(await text.read(request)), { error: ZOD_SENTENCES[locale] });
			if (parsed.success) return parsed.data;
			throw contentInvalid(parsed.error, (message) => describe(message, locale));
		}
	};
}

const asItIs = (message: string, _locale: Locale): string => message;

/** Describes a body of UTF-8 text.
 *  @param maxBytes larger bodies are refused */
function textBody(mediaType: string, maxBytes: number): BodyKind<string> {
	const bytes = bytesBody(mediaType, maxBytes);
	return {
		mediaType,
		async read(request) {
			const read = await bytes.read(request);
			try {
				return UTF_8.decode(read);
			} catch {
				throw new Problem('malformed_text', {});
			}
		}
	};
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Describes a body of bytes.
 *  @param maxBytes larger bodies are refused */
export function bytesBody(mediaType: string, maxBytes: number): BodyKind<Uint8Array> {
	return {
		mediaType,
		read({ headers, stream }) {
			const given = headers['content-type'] ?? '';
			if (given.split(';')[0]!.trim().toLowerCase() !== mediaType)
				throw new Problem('media_type', { expected: mediaType });
			return readBytes(stream, Number(headers['content-length']), maxBytes);
		}
	};
}

/** Refuses requests of other sites, because a cookie travels with requests that they cause; a bearer token is sent
 *  on purpose.
 *  @throws Problem 403 */
export function refuseCrossSite({ headers, url }: Pick<ApiRequest, 'headers' | 'url'>): void {
	if (headers.authorization !== undefined) return;
	const { origin } = headers;
	if (origin !== undefined && origin !== url.origin) throw new Problem('cross_site', { origin });
}

/** Reads by events: waiting for each piece costs more than all else of a short body. A body that is too large is
 *  left unread, so that the refusal still reaches its sender. */
function readBytes(stream: Readable, announced: number, maxBytes: number): Promise<Uint8Array> {
	return new Promise((done, fail) => {
		const tooLarge = () => fail(new Problem('body_too_large', { kilobytes: Math.floor(maxBytes / 1024) }));
		if (announced > maxBytes) return tooLarge();
		if (stream.destroyed) return fail(new Error('aborted'));
		const pieces: Buffer[] = [];
		let size = 0;
		const take = (piece: Buffer) => {
			size += piece.length;
			if (size <= maxBytes) return void pieces.push(piece);
			stream.off('data', take).resume(); // the rest is let go
			tooLarge();
		};
		stream
			.on('data', take)
			.once('end', () => done(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)))
			.once('error', fail);
	});
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

/** Reads the query part of the address by a schema.
 *  @throws Problem 400 naming the parameter and its allowed values */
export function readQuery<T>(url: URL, schema: z.ZodType<T>, locale: Locale): T {
	const parsed = schema.safeParse(Object.fromEntries(url.searchParams), { error: ZOD_SENTENCES[locale] });
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
	throw new Problem('query_invalid', { faults });
}
