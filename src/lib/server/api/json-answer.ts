import { type Answer, PRIVATE } from '#lib/server/foundation/http/plain-answer.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers JSON for one person, unless `headers` say otherwise. */
export function answerJson(value: unknown, headers: Record<string, string> = { 'cache-control': PRIVATE }): Answer {
	return { status: 200, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** Answers text that is kept and sent many times; 304 without it to a client that has it.
 *  @param known the `If-None-Match` of the request */
export function answerKeptJson(bytes: Uint8Array, etag: string, known: string | undefined): Answer {
	const headers = { 'cache-control': PRIVATE, etag };
	if (isTagKnown(known, etag)) return { status: 304, headers, body: null };
	return { status: 200, headers: { ...JSON_TYPE, 'content-length': String(bytes.length), ...headers }, body: bytes };
}

function isTagKnown(known: string | undefined, etag: string): boolean {
	if (known === undefined) return false;
	const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.includes(etag) || tags.includes('*');
}
