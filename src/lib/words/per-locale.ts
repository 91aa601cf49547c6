import { LOCALES, type Locale } from '#lib/domain/locale.ts';

/** Language tags for `Intl`: Indonesian as in Indonesia, English with the day before the month. */
const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' };

/** Makes a format for each language, once: making one takes longer than using it, and a table asks for hundreds.
 *  @param make maker of a format from the language's tag for `Intl` */
export function perLocale<Format>(make: (tag: string) => Format): Record<Locale, Format> {
	const made = {} as Record<Locale, Format>;
	for (const locale of LOCALES) made[locale] = make(TAGS[locale]);
	return made;
}
