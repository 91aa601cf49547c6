/** Kinds of a piece of evidence; a message key's ending. */
export const EVIDENCE_KINDS = [
	'regulation',
	'decree',
	'sop',
	'report',
	'minutes',
	'screenshot',
	'dataset',
	'photo',
	'other'
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Words of a title, in the order in which they decide: a report on a regulation is a report. */
const WORDS: readonly [RegExp, EvidenceKind][] = [
	[/\b(notulen|notula|risalah|berita acara|daftar hadir|minutes)\b/, 'minutes'],
	[/\b(laporan|report)\b/, 'report'],
	[/\b(tangkapan|screenshot|screen shot)\b/, 'screenshot'],
	[/\b(sk|keputusan|decree)\b/, 'decree'],
	[/\b(sop|prosedur|juknis|juklak)\b/, 'sop'],
	[/\b(perbup|perwali|pergub|perda|peraturan|surat edaran|regulation)\b/, 'regulation'],
	[/\b(dataset|daftar data|metadata|portal)\b/, 'dataset'],
	[/\b(foto|photo|img|dsc)\b/, 'photo']
];

/** The kind that a title speaks of; the person can choose another. `other` where no word is known. */
export function guessKind(title: string): EvidenceKind {
	const words = title.toLowerCase().replace(/[_\-.\d]+/g, ' ');
	return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/** A title to begin with: the name of the file without its ending. */
export function titleOfFile(fileName: string): string {
	const bare = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[_\s]+/g, ' ');
	return bare.trim() || fileName.trim();
}
