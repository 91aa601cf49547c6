import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findPublicRound } from './find-public.ts';
import { type PublicContent, publicContent } from './public-content.ts';

/** The public content of a round.
 *  @throws 404 with one and the same sentence for a round that is missing, not published, not opened or under embargo;
 *  503 where the snapshot is no longer what was published */
export function requirePublic(db: Db, code: string, locale: Locale, now: number): PublicContent {
	const found = findPublicRound(db, code, now) ?? error(404, say(locale).publication_missing({}));
	if (!found.intact) error(503, say(locale).publication_tampered({}));
	return publicContent(found, locale);
}
