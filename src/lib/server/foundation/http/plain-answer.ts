import { Readable } from 'node:stream';

/** An answer to an HTTP request, before the server writes it. */
export interface Answer {
	status: number;
	/** Headers by lower-case name. */
	headers: Readonly<Record<string, string>>;
	body: string | Uint8Array | Readable | null;
}

/** Makes the web's Response of an answer, for Kit. */
export function toResponse({ status, headers, body }: Answer): Response {
	const sent = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : body;
	return new Response(sent as BodyInit | null, { status, headers });
}

/** Gives the headers of every answer that is not for everybody.
 *  @param isPersonal the answer was made for one person, and says nothing itself of how long it may be kept */
export function commonHeaders(isPersonal: boolean): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		...(isPersonal && { 'cache-control': PRIVATE })
	};
}

/** Cache control of an answer for one person: no cache on the way keeps it. */
export const PRIVATE = 'private, no-cache';
