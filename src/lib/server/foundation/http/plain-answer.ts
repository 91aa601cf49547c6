import { Readable } from 'node:stream';

/** An answer to an HTTP request, before it is written by whatever serves. */
export interface Answer {
	status: number;
	/** By lower-case name. */
	headers: Readonly<Record<string, string>>;
	body: string | Uint8Array | Readable | null;
}

/** The answer as the web knows it, for Kit. */
export function toResponse({ status, headers, body }: Answer): Response {
	const sent = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : body;
	return new Response(sent as BodyInit | null, { status, headers });
}

/** Headers that every answer carries which is not for everybody.
 *  @param isPersonal whether it was made for one person, and says nothing itself of how long it may be kept */
export function commonHeaders(isPersonal: boolean): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		...(isPersonal && { 'cache-control': PRIVATE })
	};
}

/** For one person: kept by nobody on the way. */
export const PRIVATE = 'private, no-cache';
