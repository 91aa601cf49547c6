import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import type { Text } from '#lib/domain/instrument/types.ts';

/** Name of a party without what stands in brackets, for narrow columns; the code itself when the instrument names none. */
export function partyName(parties: Record<string, Text>, code: string, locale: ReportLocale): string {
	return parties[code]?.[locale].replace(/\s*\([^)]*\)/, '') ?? code;
}
