import { type AnswerContent, isSameContent } from './answer-content.ts';
import type { Track } from './types.ts';

export interface AnswerChange {
	at: number;
	by: string;
	track: Track;
	/** Content before the change; null for the first answer. */
	before: AnswerContent | null;
	after: AnswerContent;
	/** The answer was taken over from a file. */
	imported: boolean;
}

/** Changes of an answer by one person in one sitting. */
export interface Chapter extends AnswerChange {
	kind: 'first' | 'level' | 'text' | 'cleared';
	/** Time of the last save in milliseconds, and number of saves. */
	until: number;
	saves: number;
}

/** Milliseconds without a save that end a sitting: the form saves by itself while one types. */
const SITTING_MS = 30 * 60_000;

/** Tells the history of an answer as chapters, the oldest first: changes by one person on one track in one sitting are
 *  told as one, and a sitting that ends where it began is left out.
 *  @param changes in any order */
export function tellStory(changes: readonly AnswerChange[]): Chapter[] {
	const chapters: Chapter[] = [];
	const latest = new Map<string, Chapter>();
	for (const change of changes.toSorted((a, b) => a.at - b.at)) {
		const key = `${change.track}/${change.by}`;
		const open = latest.get(key);
		const isSame = open && change.at - open.until < SITTING_MS && !open.imported && !change.imported;
		// Somebody else's save in between begins a new chapter, so that the order stays true.
		const isLast = open && chapters.findLast(({ track }) => track === change.track) === open;
		if (isSame && isLast) {
			Object.assign(open, { after: change.after, until: change.at, saves: open.saves + 1 });
			continue;
		}
		const chapter: Chapter = { ...change, kind: 'first', until: change.at, saves: 1 };
		chapters.push(chapter);
		latest.set(key, chapter);
	}
	return chapters
		.filter(({ before, after }) => before === null || !isSameContent(before, after))
		.map((chapter) => ({ ...chapter, kind: kindOf(chapter) }));
}

function kindOf({ before, after }: AnswerChange): Chapter['kind'] {
	const isEmpty = after.level === null && !after.notApplicable;
	if (before === null || (before.level === null && !before.notApplicable)) return isEmpty ? 'text' : 'first';
	if (isEmpty) return 'cleared';
	return before.level === after.level && before.notApplicable === after.notApplicable ? 'text' : 'level';
}
