import type { Locale } from '#lib/domain/locale.ts';
import type { PublicView } from '#lib/domain/publication/types.ts';
import { m } from '#lib/paraglide/messages.js';

/** Finding of the round in one sentence that can be read on the map: the number that reached the class aimed at. */
export function publicFinding({ total, provisional, notAssessed, target }: PublicView, locale: Locale): string {
	const of = m.map_of_all({}, { locale });
	if (total === notAssessed + provisional) return m.map_finding_none({}, { locale });
	const finding = m.map_finding_class({ count: target.reached, total, of, target: target.name }, { locale });
	return [
		finding,
		...(provisional > 0 ? [m.map_finding_provisional({ count: provisional }, { locale })] : []),
		...(notAssessed > 0 ? [m.map_finding_blank({ count: notAssessed }, { locale })] : [])
	].join('; ');
}
