import type { Locale } from '#lib/domain/locale.ts';
import type { PublicView } from '#lib/domain/publication/types.ts';
import { m } from '#lib/paraglide/messages.js';

/** Finding of the round in one sentence that can be read on the map: the number that reached the class aimed at. */
export function publicFinding({ total, notAssessed, target }: PublicView, locale: Locale): string {
	const of = m.map_of_all({}, { locale });
	if (total === notAssessed) return m.map_finding_none({}, { locale });
	const finding = m.map_finding_class({ count: target.reached, total, of, target: target.name }, { locale });
	return notAssessed === 0 ? finding : `${finding}; ${m.map_finding_blank({ count: notAssessed }, { locale })}`;
}
