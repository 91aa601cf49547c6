import type { Text } from '../instrument/types.ts';

const lists = {
	id: new Intl.ListFormat('id-ID', { type: 'conjunction' }),
	en: new Intl.ListFormat('en-GB', { type: 'conjunction' })
} satisfies Record<keyof Text, Intl.ListFormat>;

/** Names as a part of a sentence: `A`, `A dan B`, `A, B, dan C` (EYD V), in English `A, B and C`. Names that hold a comma
 *  or an "and" of their own are parted by semicolons, so that it stays clear where one ends. */
export function joinNames(names: readonly string[], locale: keyof Text): string {
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
