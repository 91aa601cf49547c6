import type { Locale } from '#lib/domain/locale.ts';
import type { ProvinceFacts } from '#lib/domain/province/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { setTimeZone } from './time-zone.ts';

let spoken: ProvinceFacts | undefined;

/** Sets the province of all sentences and the zone of all days and hours: on the server when the database is opened or
 *  its province changes, in the browser when a page comes. One process serves one installation. */
export function speakOf(facts: ProvinceFacts): void {
	spoken = facts;
	setTimeZone(facts.zone);
}

/** Facts of the province of the installation.
 *  @throws Error before `speakOf`, so before a database is open */
export function ownProvince(): ProvinceFacts {
	if (!spoken) throw new Error('no province is known yet');
	return spoken;
}

/** Name of the office whose administrator helps people. */
export function contactOffice(locale: Locale = getLocale()): string {
	return ownProvince().offices.contact[locale];
}

/** Sentence to an account that may not do something, with the office to ask. */
export function forbiddenSentence(locale: Locale = getLocale()): string {
	return m.common_forbidden({ office: ownProvince().offices.data_office[locale] }, { locale });
}

/** Line under every page: the program and its owners. */
export function footerLine(locale: Locale = getLocale()): string {
	const { government, partner } = ownProvince().offices;
	return partner
		? m.common_footer({ government: government[locale], partner: partner[locale] }, { locale })
		: m.common_footer_alone({ government: government[locale] }, { locale });
}

/** Name of the place of the partner's mark. */
export function partnerEmblem(locale: Locale = getLocale()): string {
	const { partner } = ownProvince().offices;
	return partner ? m.emblem_partner({ partner: partner[locale] }, { locale }) : m.emblem_partner_plain({}, { locale });
}

/** Code of a region that hints give as an example. */
export function exampleCode(): string {
	return ownProvince().examples.region;
}

/** Name of the grouping for entries and pages outside a round; null = there is none. */
export function groupingName(locale: Locale = getLocale()): string | null {
	return ownProvince().grouping?.name[locale] ?? null;
}
