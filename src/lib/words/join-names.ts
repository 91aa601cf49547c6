import type { Locale } from '#lib/domain/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { perLocale } from './per-locale.ts';

const lists = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** Joins names as a part of a sentence: `A`, `A dan B`, `A, B, dan C` (EYD V), in English `A, B and C`. Names that hold
 *  a comma or an "and" of their own are parted by semicolons, so that the end of each stays clear. */
export function joinNames(names: readonly string[], locale: Locale = getLocale()): string {
	const isUnclear = names.some((name) => /,| dan | and /.test(name));
	return lists[locale]
		.formatToParts(names)
		.map(({ type, value }) => (type === 'literal' && isUnclear ? apart(value) : value))
		.join('');
}

function apart(literal: string): string {
	const word = literal.replace(',', '').trim();
	return word === '' ? '; ' : `; ${word} `;
}
