import type { Locale } from '#lib/domain/locale.ts';
import type { Text } from '#lib/domain/instrument/types.ts';

/** Gives the name of a party without its part in brackets, for narrow columns; the code itself when the instrument
 *  names none. */
export function partyName(parties: Record<string, Text>, code: string, locale: Locale): string {
	return parties[code]?.[locale].replace(/\s*\([^)]*\)/, '') ?? code;
}
