import { installedVersion } from '#lib/server/places/province/find-province.ts';
import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { inLocale } from '#lib/server/foundation/http/request-locale.ts';
import { findPublicRound, listPublicRounds, type PublicRound } from './find-public.ts';

// The hook hands `/p` to this file before it looks for a log-in. A 304 costs no drawing, for the ETag is made without
// the content. Only `/p/…/embed` may be framed.

type Event = Parameters<Handle>[0]['event'];

/** Time for which caches may answer by themselves; a round taken back is gone everywhere after it. */
const PAGE = 'public, max-age=300';
/** A longer time for the map in other people's pages, which ask for it with each of their visitors. */
const EMBED = 'public, max-age=900, stale-while-revalidate=3600';

/** Tells whether an address belongs to the pages for everybody. */
export function isPublicPath(pathname: string): boolean {
	return pathname === '/p' || pathname.startsWith('/p/');
}

/** Answers a request for a public page or file: the same for everyone, logged in or not, so that any cache may keep
 *  it. No cookie is read or set; the language stands in the address (`?lang=en`).
 *  @param made.version of the program: a new one may draw the same data differently
 *  @param resolve makes the answer */
export function servePublic(
	event: Event,
	made: { version: string; now: number },
	resolve: (event: Event) => Response | Promise<Response>
): Promise<Response> {
	return inLocale(event.url.searchParams.get('lang') ?? undefined, async (locale) => {
		event.locals.viewer = null;
		event.locals.locale = locale;
		const isEmbed = event.route.id === '/p/[round]/embed';
		const cacheControl = isEmbed ? EMBED : PAGE;
		const etag = etagOf(event, made.version, made.now);
		if (etag !== null && matches(event.request.headers.get('if-none-match'), etag))
			return new Response(null, { status: 304, headers: { etag, 'cache-control': cacheControl } });
		const response = await resolve(event);
		const { headers } = response;
		headers.set('x-content-type-options', 'nosniff');
		headers.set('referrer-policy', 'same-origin');
		if (response.status === 200 && etag !== null) {
			headers.set('etag', etag);
			headers.set('cache-control', cacheControl);
		} else {
			headers.delete('etag');
			headers.set('cache-control', 'no-store'); // it may be there in a minute
		}
		const policy = headers.get('content-security-policy') ?? "default-src 'none'; frame-ancestors 'none'";
		headers.set(
			'content-security-policy',
			isEmbed && response.status === 200 ? policy.replace(/frame-ancestors [^;]+/, 'frame-ancestors *') : policy
		);
		return response;
	});
}

/** The ETag, made of all that an answer depends on: hash of the snapshot, settings, address, versions of the
 *  program and of the province's profile.
 *  Null where nothing is public or a snapshot was changed. Weak, for a proxy may compress the answer. */
function etagOf({ locals, params, url, route, isDataRequest }: Event, version: string, now: number): string | null {
	const found = params.round === undefined ? listPublicRounds(locals.db, now) : readOne(locals.db, params.round, now);
	if (route.id === null || found === null || found.some(({ intact }) => !intact)) return null;
	const basis = found.map(({ snapshot, publication }) => [snapshot.hash, publication]);
	const asked = [url.origin, url.pathname, url.search, isDataRequest, version, installedVersion(locals.db)];
	return `W/"${createHash('sha256')
		.update(JSON.stringify([basis, asked]))
		.digest('base64url')
		.slice(0, 27)}"`;
}

function readOne(db: Db, code: string, now: number): PublicRound[] | null {
	const found = findPublicRound(db, code, now);
	return found && [found];
}

function matches(asked: string | null, etag: string): boolean {
	if (asked === null) return false;
	const strong = (tag: string) => tag.trim().replace(/^W\//, '');
	return asked.split(',').some((tag) => strong(tag) === strong(etag));
}
