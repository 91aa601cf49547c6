import { error } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findPublicRound } from './find-public.ts';
import { type PublicContent, publicContent } from './public-content.ts';

/** What the public may see of a round.
 *  @throws 404 with one and the same sentence whether the round is not there, not published, not opened or under embargo;
 *  503 where the snapshot is no longer what was published */
export function requirePublic(db: Db, code: string, locale: keyof Text, now: number): PublicContent {
	const found = findPublicRound(db, code, now) ?? error(404, m.publication_missing({}, { locale }));
	if (!found.intact) error(503, m.publication_tampered({}, { locale }));
	return publicContent(found, locale);
}
