import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportTexts, users } from '#lib/server/foundation/db/schema.ts';
import type { Passage } from '#lib/server/documents/write/shared/passages.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { KINDS } from '#lib/domain/document/kinds.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { currentPassages, fingerprint } from './current-passages.ts';
import { type OwnText, passageNow } from './read-texts.ts';
import { mayWriteText, ofTarget, type TextTarget } from './text-target.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** Decision on a paragraph, as it is sent: an own text, no text, the text of the data, or the decision as it was
 *  although the data have changed. */
export const TextWrite = z.strictObject({
	passage: z.string().min(1).max(100),
	choice: z.enum(['own', 'omit', 'generated', 'keep']),
	/** Line ends as `\n`, nothing around it. */
	text: z
		.string()
		.max(100_000)
		.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
	/** Version and fingerprint of the text that the person saw. */
	version: z.coerce.number().int().min(0),
	seen: z.string().max(16)
});
export type TextWrite = z.infer<typeof TextWrite>;

export type TextSaved =
	| { kind: 'saved' }
	/** Another decision came first; null = the text of the data is printed. Nothing was changed. */
	| { kind: 'conflict'; current: OwnText | null; by: string; at: number }
	/** The data changed since the person looked; nothing was changed. */
	| { kind: 'moved' }
	| { kind: 'empty' | 'same' }
	| Refused
	| { kind: 'long'; limit: number; length: number };

type Row = typeof reportTexts.$inferSelect;

/** Decides on the text printed in place of a paragraph, with its audit entry, unless another decision or a change of
 *  the data came first. */
export async function writeText(
	context: Acting,
	round: Round,
	target: TextTarget,
	write: TextWrite
): Promise<TextSaved> {
	const { db, actor, now } = context;
	if (!mayWriteText(db, actor, round, target)) return { kind: 'forbidden' };
	const current = await currentPassages(db, round, target, now);
	if (!current) return { kind: 'missing' };
	return command(context, (tx, within): TextSaved => {
		const at = and(ofTarget(round, target), eq(reportTexts.passage, write.passage));
		const before = tx.select().from(reportTexts).where(at).get() ?? null;
		const passage = before
			? passageNow(current, before)
			: current.passages.find(({ passage: key }) => key === write.passage);
		if (!passage && !before) return { kind: 'missing' };
		const after = decide(write, passage ?? null, before);
		if ('kind' in after) return after;
		if (before && isRepeated(before, write, after, actor)) return { kind: 'saved' };
		if (before && before.version !== write.version) return conflict(tx, before);
		const values = { ...after, version: (before?.version ?? 0) + 1, writtenBy: actor.id, writtenAt: now };
		tx.insert(reportTexts)
			.values({ roundId: round.id, ...target, passage: write.passage, ...values })
			.onConflictDoUpdate({ target: KEY, set: values })
			.run();
		record(within, {
			action: `report_text.${write.choice}`,
			subject: ['report_text', round.code, subjectOf(target), target.locale, write.passage].join('/'),
			before: before && { choice: before.choice, text: before.text },
			after: { choice: after.choice, text: after.text, generated: after.generated }
		});
		return { kind: 'saved' };
	});
}

/** Name of the document in the audit log. */
function subjectOf({ kind, subject }: TextTarget): string {
	const { document } = KINDS[kind];
	return (document === 'report' ? '' : `${document}:`) + (subject || 'province');
}

const KEY = [reportTexts.roundId, reportTexts.kind, reportTexts.subject, reportTexts.locale, reportTexts.passage];

type Content = Pick<Row, 'choice' | 'text' | 'generated' | 'sense'>;

/** The new content of the row, or the reason why there is none.
 *  @param passage null = the data no longer give the sentence: its text can be given up, nothing else */
function decide({ choice, text, seen }: TextWrite, passage: Passage | null, before: Row | null): Content | TextSaved {
	if (!passage) {
		if (choice !== 'generated') return { kind: 'missing' };
		return { choice, text: '', generated: before!.generated, sense: before!.sense };
	}
	if (fingerprint(passage) !== seen) return { kind: 'moved' };
	const said = { generated: passage.text, sense: passage.sense };
	if (choice === 'keep') return before ? { choice: before.choice, text: before.text, ...said } : { kind: 'missing' };
	if (choice !== 'own') return { choice, text: '', ...said };
	if (text === '') return { kind: 'empty' };
	if (text === passage.text) return { kind: 'same' };
	if (text.length > passage.limit) return { kind: 'long', limit: passage.limit, length: text.length };
	return { choice, text, ...said };
}

/** A form sent twice counts as sent once. */
function isRepeated(before: Row, { version }: TextWrite, after: Content, actor: Viewer): boolean {
	const isSame = (['choice', 'text', 'generated', 'sense'] as const).every((key) => before[key] === after[key]);
	return isSame && before.version === version + 1 && before.writtenBy === actor.id;
}

function conflict(tx: Db, before: Row): TextSaved {
	const { choice, text, generated, writtenBy, writtenAt } = before;
	const by = tx.select({ name: users.displayName }).from(users).where(eq(users.id, writtenBy)).get()!.name;
	const current = choice === 'generated' ? null : { choice, text, generated, writtenBy: by, writtenAt };
	return { kind: 'conflict', current, by, at: writtenAt };
}
