import type { TextChapter as Chapter } from '#lib/domain/document/kinds.ts';
import type { TextsView, TextView } from '#lib/server/documents/own-texts/read-texts.ts';

/** Numbers of paragraphs: all, those that somebody wrote or left out, and those that should be looked at again. */
export interface TextCounts {
	all: number;
	own: number;
	unsure: number;
}

/** Paragraphs under one heading. */
export interface TextGroup {
	chapter: Chapter | 'orphans';
	/** Code of the region or the party that they are about; null = of none. */
	part: string | null;
	texts: TextView[];
}

/** Choices in an address; those that the document does not have count as not made. */
interface Asked {
	show: string | null;
	chapter: string | null;
	part: string | null;
}

/** Paragraphs of a document that the page shows: one chapter, of the pages on regions one region, or from all chapters
 *  those that somebody wrote or that should be looked at again. Without a choice the first chapter. */
export function chooseTexts({ chapters: known, orphans }: TextsView, asked: Asked) {
	const chapters: { chapter: Chapter | 'orphans'; texts: TextView[] }[] = [...known];
	if (orphans.length > 0) chapters.push({ chapter: 'orphans', texts: orphans });
	const groups = chapters.flatMap(({ chapter, texts }) =>
		[...Map.groupBy(texts, ({ passage }) => partOf(passage))].map(([part, inPart]): TextGroup => ({
			chapter,
			part: chapter === 'orphans' ? null : part,
			texts: inPart
		}))
	);
	const counts = countTexts(chapters.flatMap(({ texts }) => texts));
	const listed = chapters.map(({ chapter, texts }) => ({ chapter, counts: countTexts(texts) }));
	const show = (['own', 'unsure'] as const).find((name) => name === asked.show) ?? null;
	if (show !== null) {
		const shown = groups
			.map((group) => ({ ...group, texts: group.texts.filter((text) => isOneOf(text, show)) }))
			.filter(({ texts }) => texts.length > 0);
		return { show, counts, chapters: listed, chapter: null, parts: [], part: null, shown, next: null };
	}
	const at = Math.max(
		0,
		chapters.findIndex(({ chapter }) => chapter === asked.chapter)
	);
	const chapter = chapters[at]?.chapter ?? null;
	const own = groups.filter((group) => group.chapter === chapter);
	const parts =
		chapter === 'regions'
			? own.flatMap(({ part, texts }) => (part === null ? [] : { part, counts: countTexts(texts) }))
			: [];
	const place = Math.max(
		0,
		parts.findIndex(({ part }) => part === asked.part)
	);
	const part = parts[place]?.part ?? null;
	return {
		show,
		counts,
		chapters: listed,
		chapter,
		parts,
		part,
		shown: part === null ? own : own.filter((group) => group.part === part || group.part === null),
		next: following(chapters, at, parts, place)
	};
}
export type ChosenTexts = ReturnType<typeof chooseTexts>;

/** Place after a part or a chapter in the document; null at its end. */
function following(
	chapters: readonly { chapter: Chapter | 'orphans' }[],
	at: number,
	parts: readonly { part: string }[],
	place: number
): { chapter: Chapter | 'orphans'; part: string | null } | null {
	const nextPart = parts[place + 1];
	if (nextPart) return { chapter: chapters[at]!.chapter, part: nextPart.part };
	const nextChapter = chapters[at + 1];
	return nextChapter ? { chapter: nextChapter.chapter, part: null } : null;
}

function countTexts(texts: readonly TextView[]): TextCounts {
	const count = (show: 'own' | 'unsure') => texts.filter((text) => isOneOf(text, show)).length;
	return { all: texts.length, own: count('own'), unsure: count('unsure') };
}

/** Whether a text is one of those asked for; own texts without a place are to be looked at too. */
function isOneOf({ own, isMarked, generated }: TextView, show: 'own' | 'unsure'): boolean {
	return show === 'own' ? own !== null : isMarked || (own !== null && generated === null);
}

/** The region or party that a paragraph is about. */
function partOf(passage: string): string | null {
	return /^(?:regions|sheets)\.(.+)\.(?:meaning|lead|late|support|next\.[^.]+)$/.exec(passage)?.[1] ?? null;
}
