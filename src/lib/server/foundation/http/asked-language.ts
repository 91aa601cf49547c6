import type { Locale } from '#lib/domain/locale.ts';

/** The language of a document that an address names with `?lang=`.
 *  @param otherwise where it names none that there is */
export function askedLanguage(url: URL, otherwise: Locale): Locale {
	const asked = url.searchParams.get('lang');
	return asked === 'id' || asked === 'en' ? asked : otherwise;
}
