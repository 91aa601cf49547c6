/** What a CSV is for: programs anywhere (comma, decimal point), or a spreadsheet set to Indonesian (semicolon, decimal
 *  comma, a mark before the text). */
export const CSV_USES = ['programs', 'spreadsheet'] as const;
export type CsvUse = (typeof CSV_USES)[number];

/** Name of the parameter of an address that asks for a use: `?for=spreadsheet`. */
const PARAMETER = 'for';

/** The use that an address asks for; programs when it names none that is known. */
export function csvUseOf(search: URLSearchParams): CsvUse {
	return CSV_USES.find((use) => use === search.get(PARAMETER)) ?? 'programs';
}

/** The address of a CSV for a use. The address for programs names none, so that known addresses stay as they are. */
export function csvAddress(address: string, use: CsvUse): string {
	const [path = '', search = ''] = address.split('?', 2);
	const asked = new URLSearchParams(search);
	asked.delete(PARAMETER);
	if (use !== 'programs') asked.set(PARAMETER, use);
	return asked.size === 0 ? path : `${path}?${asked}`;
}
