import type { Locale } from '#lib/domain/locale.ts';

/** Reads the language of a document that an address names with `?lang=`.
 *  @param otherwise language where the address names no known one */
export function askedLanguage(url: URL, otherwise: Locale): Locale {
	const asked = url.searchParams.get('lang');
	return asked === 'id' || asked === 'en' ? asked : otherwise;
}
