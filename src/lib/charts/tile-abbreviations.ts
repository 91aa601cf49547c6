import type { Region } from '../domain/geography/types.ts';

/** Short mark of a region on a map; without letters of its own the end of its code (`11.80` → `80`). The type must
 *  always be told beside the letters. */
export function tileAbbreviation({ code, abbreviation }: Pick<Region, 'code' | 'abbreviation'>): string {
	return abbreviation ?? code.slice(code.lastIndexOf('.') + 1);
}
