import { error } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';

type Locale = keyof Text;

/** The round of an address. @throws 404 with a sentence when there is none */
export function requireRound(db: Db, code: string, locale: Locale): Round {
	return findRound(db, code) ?? error(404, m.map_round_missing({ code }, { locale }));
}

/** The same, once it has been opened: before, there is nothing that a document could say. @throws 404 with a sentence */
export function requireOpenedRound(db: Db, code: string, locale: Locale): Round {
	const round = requireRound(db, code, locale);
	if (round.status === 'draft') error(404, m.map_round_draft({}, { locale }));
	return round;
}

/** Refuses whoever may not see what concerns the whole province. @throws 403 with a sentence */
export function requireProvince(viewer: Viewer, locale: Locale): void {
	if (!hasPermission(viewer, 'province.report')) error(403, m.map_province_forbidden({}, { locale }));
}
