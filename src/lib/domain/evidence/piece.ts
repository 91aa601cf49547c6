/** Longest title of a piece of evidence, and longest place in it, in characters. */
export const TITLE_MAX = 200;
export const PLACE_MAX = 120;

/** The page that a place names (`hlm. 12`, `halaman 3`, `p. 7`); null where it names none. */
export function pageOfPlace(place: string): number | null {
	const page = /\b(?:hlm|hal|halaman|page|pp?)\b\.?\s*(\d{1,4})/i.exec(place)?.[1];
	return page && Number(page) > 0 ? Number(page) : null;
}

/** Tells whether a document is past its last day; both are ISO dates. */
export function isExpired(validUntil: string | null, today: string): boolean {
	return validUntil !== null && validUntil < today;
}
