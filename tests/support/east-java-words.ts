import { EAST_JAVA_PROFILE } from './east-java.ts';

/** A word that only East Java's profile may say. */
export interface OwnWord {
	word: string;
	pattern: RegExp;
}

/** Lists every name, code and number that the shipped profile gives its province, and its names among people. */
export function eastJavaWords(): OwnWord[] {
	const { regions, grouping, name, code, offices, map, total } = EAST_JAVA_PROFILE;
	const plain = [
		...regions.map((region) => region.name.replace(/^(?:Kabupaten|Kota|Provinsi) /, '')),
		...regions.map(({ capital }) => capital),
		...(grouping?.groups ?? []),
		...Object.values(grouping!.name),
		...Object.values(name),
		...(map?.insets.map((inset) => inset.name) ?? []),
		'Jatim',
		'Madura',
		'Sepuluh Nopember'
	];
	return [
		...[...new Set(plain)].map((word) => ({ word, pattern: wholeWord(word, isAlsoCommon(word) ? '' : 'i') })),
		{ word: offices.partner!.id, pattern: wholeWord(offices.partner!.id, '') },
		{ word: `${code}.xx`, pattern: new RegExp(`(?<![\\d.,])${code}\\.\\d\\d(?!\\d)`) },
		{ word: `'${code}'`, pattern: new RegExp(`['"\`/]${code}(?:['"\`]|/PROV)`) },
		{
			word: `the ${total}`,
			pattern: new RegExp(`(?:Ke-|[Tt]he )${total}\\b(?! ?%)|\\b${total} (?:kab|regions|wilayah)`)
		}
	];
}

/** Tells whether a name is a common word too: `batu` is a stone, `malang` unlucky; only the capital letter makes them
 *  places. */
function isAlsoCommon(word: string): boolean {
	return ['Batu', 'Malang'].includes(word);
}

function wholeWord(word: string, flags: string): RegExp {
	return new RegExp(`(?<![\\p{L}])${word}(?![\\p{Ll}])`, `u${flags}`);
}
