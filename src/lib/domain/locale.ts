/** The languages of the product, the first one first: every text is kept in both. */
export const LOCALES = ['id', 'en'] as const;

export type Locale = (typeof LOCALES)[number];
