// Grammar of generated sentences: `report-text.test.ts` checks every text of generated rounds with these rules.
// Sentences branch on the data (none, one, some, all, ties, nothing before), and each form has to read right.
import type { Locale } from '#lib/domain/locale.ts';

/** Lists every text of a document's data with the path to it; drawings, pictures and addresses are no texts. */
export function textsOf(data: unknown, path = ''): [path: string, text: string][] {
	if (typeof data === 'string') return data.startsWith('<svg') || /^https?:/.test(data) ? [] : [[path, data]];
	if (Array.isArray(data)) return data.flatMap((item) => textsOf(item, `${path}[]`));
	if (typeof data !== 'object' || data === null) return [];
	return Object.entries(data).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}

const RULES: [name: string, fault: RegExp, only?: Locale][] = [
	['a value that is none', /\b(undefined|NaN|null|Infinity|\[object)\b/],
	['a placeholder', /\{\w+\}/],
	['two spaces', / {2}/],
	['a space at an end', /^ | $/],
	['a space before a mark', /\s[,;.!?](?!\d)/],
	['a mark twice', /([,;:?!])\1|(?<!\.)\.\.(?!\.)|[.,;:][,;]|;\s*;/],
	['empty brackets', /\(\s*–?\s*\)/],
	['nothing where a figure is due', /: –[;.]| – (?=[;,.])/],
	// counts agree with their nouns; a digit before them would be part of a larger number
	[
		'one of many',
		/(?<![\d.,/–-])\b1 (regions|domains|indicators|levels|steps|decisions|person-days|groups|runs)\b/,
		'en'
	],
	[
		'many of one',
		/(?<![\d.,–-])\b(0|[2-9]|\d{2,}) (region|domain|indicator|step|decision|person-day|group)\b(?!-)/,
		'en'
	],
	['one are', /(?<![\d.,/–-])\b1 (are|have|follow|lead)\b/, 'en'],
	['many is', /(?<![\d.,–-])\b([2-9]|\d{2,}) (is|has|follows|leads)\b/, 'en'],
	['none of', /(?<![\d.,/–-])\b0 (of|dari|regions|wilayah|steps|langkah|indicators|indikator)\b/],
	['a plural after a number', /\b\d+ (\w+)-\1\b/, 'id'],
	['a decimal point', /(?<![\d./])\d\.\d{1,2}(?!\.?\d)/, 'id'],
	['a decimal comma', /(?<![\d,])\d,\d{2}(?!\d)/, 'en'],
	['a missing comma before "dan"', /, [^,;.]+, [^,;.]+ dan [^,;.]+\b(?=\.)/u, 'id']
];

/** Paths of texts by the instrument and by people, of names and numbers, which are not checked. Generated texts beside
 *  them are: the sentences on evidence, and the meaning of a class where the system says it. */
const OTHERS =
	/(^|\.)(instrument\[\]|description|justification|output|levels\[\]\.meaning|rows\[\]\.(now|next|evidence)|evidence\.groups\[\]\.rows\[\])(\.|$)/;

/** Finds faults in the language of texts, as `path: fault: text`.
 *  @param texts texts with the path in the document's data, which tells sentences from cells */
export function grammarFaults(texts: readonly (readonly [path: string, text: string])[], locale: Locale): string[] {
	return texts.flatMap(([path, text]) => {
		if (OTHERS.test(path) || text === '') return [];
		const broken = RULES.filter(([, fault, only]) => (!only || only === locale) && fault.test(text)).map(
			([name]) => name
		);
		// a sentence begins with a capital or a figure
		if (/ .*[\p{L}\d]\.$/u.test(text) && !/^[\p{Lu}\d“≥<*]/u.test(text)) broken.push('a small letter first');
		return broken.map((name) => `${path}: ${name}: ${text}`);
	});
}
