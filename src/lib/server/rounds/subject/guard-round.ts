import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';

/** The round of an address. @throws 404 with a sentence when there is none */
export function requireRound(db: Db, code: string, locale: Locale): Round {
	return findRound(db, code) ?? error(404, say(locale).map_round_missing({ code }));
}

/** The round of an address, once it is opened: a draft has nothing that a document could say.
 *  @throws 404 with a sentence */
export function requireOpenedRound(db: Db, code: string, locale: Locale): Round {
	const round = requireRound(db, code, locale);
	if (round.status === 'draft') error(404, say(locale).map_round_draft({}));
	return round;
}

/** Refuses a viewer without the permission `province.report`. @throws 403 with a sentence */
export function requireProvince(viewer: Viewer, locale: Locale): void {
	if (!hasPermission(viewer, 'province.report')) error(403, say(locale).map_province_forbidden({}));
}
