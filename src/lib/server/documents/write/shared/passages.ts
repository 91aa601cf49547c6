/** Own texts of editors by key of the passage; null = the passage is left out. */
export type OwnTexts = Record<string, string | null>;

/** A paragraph written from the data, which an editor may replace. */
export interface Passage {
	/** Key, the same when the data change: chapter and place, with the name of the rule where a sentence may be
	 *  absent. */
	passage: string;
	text: string;
	/** Statement of the data in it, without the parts that differ every day; it tells whether the data have changed. */
	sense: string;
	/** The longest own text that has room in its place, in characters. */
	limit: number;
}

const PARAGRAPH_LIMIT = 2000;
/** Limit of a caption in characters: a drawing and its caption stay on one page. */
const CAPTION_LIMIT = 300;

/** Makes a paragraph of a document. The key begins with the name of its chapter, as in `plan.late`.
 *  @param sense the same without the day of printing, where the text names it */
export function passage(key: string, text: string, sense: string = text): Passage {
	return { passage: key, text, sense, limit: Math.max(PARAGRAPH_LIMIT, text.length) };
}

/** Makes the finding of a drawing or a table: a passage, but short. */
export function caption(key: string, text: string, sense: string = text): Passage {
	return { passage: key, text, sense, limit: Math.max(CAPTION_LIMIT, text.length) };
}

/** A document in which each passage is a text: in a list the passages left out are missing, elsewhere they are null. */
export type Written<T> = T extends Passage
	? string | null
	: T extends string
		? T // unchanged: the texts of the interface are strings with a mark
		: T extends readonly unknown[]
			? { [At in keyof T]: WrittenItem<T[At]> }
			: T extends object
				? { [Key in keyof T]: Written<T[Key]> }
				: T;
type WrittenItem<T> = T extends Passage ? string : Written<T>;

/** Puts the text of each passage in its place: the editor's own where there is one, else the text of the data. Own
 *  texts whose passage the document does not have change nothing. */
export function writeOut<T>(document: T, own: OwnTexts = {}): Written<T> {
	return write(document, own) as Written<T>;
}

function write(value: unknown, own: OwnTexts): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (isPassage(value)) return Object.hasOwn(own, value.passage) ? own[value.passage] : value.text;
	if (Array.isArray(value))
		return value.flatMap((item: unknown) => {
			const written = write(item, own);
			return written === null && item !== null ? [] : [written];
		});
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, write(item, own)]));
}

/** Lists the passages of a document, each once, in their order. */
export function listPassages(document: unknown): Passage[] {
	const found = new Map<string, Passage>();
	collect(document, found);
	return [...found.values()];
}

function collect(value: unknown, found: Map<string, Passage>): void {
	if (typeof value !== 'object' || value === null) return;
	if (isPassage(value)) {
		if (!found.has(value.passage)) found.set(value.passage, value);
	} else for (const item of Object.values(value)) collect(item, found);
}

function isPassage(value: object): value is Passage {
	return 'passage' in value && 'sense' in value;
}
