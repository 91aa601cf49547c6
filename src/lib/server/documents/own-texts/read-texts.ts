import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportTexts, type TextChoice, users } from '#lib/server/foundation/db/schema.ts';
import { type Passage, passage as passageOf } from '#lib/server/documents/write/shared/passages.ts';
import { KINDS, type TextChapter } from '#lib/domain/document/kinds.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { currentPassages, type CurrentPassages, fingerprint } from './current-passages.ts';
import { ofTarget, type TextTarget } from './text-target.ts';

/** Decision of a person on a paragraph. */
export interface OwnText {
	choice: Exclude<TextChoice, 'generated'>;
	/** Empty when the paragraph is left out. */
	text: string;
	/** Text of the data at that time. */
	generated: string;
	writtenBy: string;
	/** Milliseconds. */
	writtenAt: number;
}

/** A paragraph of a document with both its texts. */
export interface TextView {
	/** Key of the paragraph, such as `plan.late`. */
	passage: string;
	/** Text of the data now; null = there is no such sentence any more, and nothing is printed. */
	generated: string | null;
	/** The own text; null = the text of the data is printed. */
	own: OwnText | null;
	/** The data have changed since the own text was written. */
	isMarked: boolean;
	/** The longest own text, in characters. */
	limit: number;
	/** Version that a write names, so that it is on the text that the person saw. */
	version: number;
	seen: string;
}

/** The paragraphs of a document by chapter, in reading order; chapters without any are absent. */
export interface TextsView {
	chapters: { chapter: TextChapter; texts: TextView[] }[];
	/** Own texts whose sentence the data no longer give. */
	orphans: TextView[];
}

type Row = { text: typeof reportTexts.$inferSelect; by: string };

/** Reads a document's paragraphs with the own texts in their place. Callers check access.
 *  @param now milliseconds
 *  @returns null when the round has no such region or agency */
export async function readTexts(db: Db, round: Round, target: TextTarget, now: number): Promise<TextsView | null> {
	const current = await currentPassages(db, round, target, now);
	if (!current) return null;
	const rows = listRows(db, round, target);
	const assumed = [...rows.values()].flatMap(({ text }) => {
		const passage = passageNow(current, text);
		return passage === null || current.passages.includes(passage) ? [] : [passage];
	});
	const texts = [...current.passages, ...assumed].map((passage) => viewOf(passage, rows.get(passage.passage)));
	const known = new Set(texts.map(({ passage }) => passage));
	return {
		chapters: KINDS[target.kind].ownTexts
			.map((chapter) => ({ chapter, texts: texts.filter(({ passage }) => passage.startsWith(`${chapter}.`)) }))
			.filter((group) => group.texts.length > 0),
		orphans: [...rows.values()]
			.filter(({ text }) => text.choice !== 'generated' && !known.has(text.passage))
			.map((row) => orphanOf(row))
	};
}

/** Counts the own texts of a document that stand on data that have changed, or have lost their place. */
export function countUnsure({ chapters, orphans }: TextsView): number {
	return chapters.flatMap(({ texts }) => texts).filter(({ isMarked }) => isMarked).length + orphans.length;
}

/** Counts the same for a document that is not read otherwise: without own texts, its paragraphs are not made.
 *  @param now milliseconds */
export async function countUnsureOf(db: Db, round: Round, target: TextTarget, now: number): Promise<number> {
	if (listRows(db, round, target).size === 0) return 0;
	const texts = await readTexts(db, round, target, now);
	return texts ? countUnsure(texts) : 0;
}

function listRows(db: Db, round: Round, target: TextTarget): Map<string, Row> {
	const rows = db
		.select({ text: reportTexts, by: users.displayName })
		.from(reportTexts)
		.innerJoin(users, eq(users.id, reportTexts.writtenBy))
		.where(ofTarget(round, target))
		.all();
	return new Map(rows.map((row) => [row.text.passage, row]));
}

/** Finds the present text of the data for a paragraph with an own text; null = there is none any more. A text that
 *  rests on the certainty of the ranking counts as unchanged while that certainty is not known. */
export function passageNow({ passages, isComplete }: CurrentPassages, row: typeof reportTexts.$inferSelect) {
	const found = passages.find(({ passage }) => passage === row.passage);
	if (found || isComplete || !row.passage.endsWith('.robustness')) return found ?? null;
	return passageOf(row.passage, row.generated, row.sense);
}

function viewOf(passage: Passage, row: Row | undefined): TextView {
	const own = row ? ownOf(row) : null;
	return {
		passage: passage.passage,
		generated: passage.text,
		own,
		isMarked: own !== null && row!.text.sense !== passage.sense,
		limit: passage.limit,
		version: row?.text.version ?? 0,
		seen: fingerprint(passage)
	};
}

function orphanOf(row: Row): TextView {
	const { passage, version } = row.text;
	return { passage, generated: null, own: ownOf(row), isMarked: false, limit: 0, version, seen: '' };
}

function ownOf({ text: { choice, text, generated, writtenAt }, by }: Row): OwnText | null {
	return choice === 'generated' ? null : { choice, text, generated, writtenBy: by, writtenAt };
}
