import { createHash } from 'node:crypto';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditHead } from '#lib/server/foundation/db/schema.ts';
import { KINDS } from '#lib/domain/document/kinds.ts';
import { gatherData } from '#lib/server/documents/gather/gather-document.ts';
import { listPassages, type Passage } from '#lib/server/documents/write/shared/passages.ts';
import { writeDraft } from '#lib/server/documents/write/writers.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { TextTarget } from './text-target.ts';

/** The paragraphs as the data give them now. */
export interface CurrentPassages {
	passages: Passage[];
	/** The certainty of the ranking was known; passages that rest on it are missing while it is being worked out. */
	isComplete: boolean;
}

// Every cause by which a paragraph can change is in the audit log: until it grows, or the day ends, nothing is made
// anew.
const kept = keeper<Promise<CurrentPassages | null>>(100);

const HOW = { withEvidence: true, certainty: 'known' } as const;

/** Writes the paragraphs of a document from the data as they are now; does not wait for the certainty of the
 *  ranking. Callers check access.
 *  @param now milliseconds
 *  @returns null when the round has no such region or agency */
export async function currentPassages(
	db: Db,
	round: Round,
	target: TextTarget,
	now: number
): Promise<CurrentPassages | null> {
	const at = `${db.select({ seq: auditHead.seq }).from(auditHead).get()?.seq ?? 0} ${isoDay(now)}`;
	const key = { of: [round.id, target.kind, target.subject, target.locale].join(' '), at };
	const current = await kept(db, key, () => write(db, round, target, now));
	if (!current?.isComplete) kept.forget(db, key);
	return current;
}

async function write(
	db: Db,
	round: Round,
	{ kind, subject, locale }: TextTarget,
	now: number
): Promise<CurrentPassages | null> {
	const data = await gatherData(db, round, { kind, subject, ...HOW }, now);
	if (!data) return null;
	const isComplete = !KINDS[kind].showsCertainty || data.robustness !== null;
	return { passages: listPassages(writeDraft(kind, data, locale)), isComplete };
}

/** Fingerprint of the sense that a page was made from: it tells whether the data have changed when its form comes
 *  back.
 *  @returns the first 16 hex digits of its SHA-256 */
export function fingerprint({ sense }: Pick<Passage, 'sense'>): string {
	return createHash('sha256').update(sense).digest('hex').slice(0, 16);
}
