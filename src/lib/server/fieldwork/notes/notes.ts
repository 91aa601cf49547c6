import { asc, eq } from 'drizzle-orm';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import { type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { internalNotes, users } from '#lib/server/foundation/db/schema.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** An internal note of assessors, reviewers and administrators about an indicator. Only questionnaire and review show
 *  it; export, report and API do not read the table. */
export interface InternalNote {
	id: string;
	indicator: string;
	by: string;
	at: number;
	body: string;
}

/** Notes of one assessment, the first one first. Callers check `note.read`. */
export function listNotes(db: Db, assessmentId: number): InternalNote[] {
	const { id, indicator, at, body } = internalNotes;
	return db
		.select({ id, indicator, at, body, by: users.displayName })
		.from(internalNotes)
		.innerJoin(users, eq(users.id, internalNotes.authorId))
		.where(eq(internalNotes.assessmentId, assessmentId))
		.orderBy(asc(at))
		.all();
}

type NoteResult =
	| { kind: 'done' }
	| { kind: 'invalid'; code: 'unknown_indicator' | 'note_missing' | 'note_long' | 'request_id_reused' }
	| { kind: 'locked' }
	| Refused;

/** Adds a note; notes are neither changed nor removed.
 *  @param note `requestId` is made by the client and becomes the note's id, so that sending twice is once */
export function addNote(
	context: Acting,
	key: AssessmentKey,
	{ requestId, indicator, body }: { requestId: string; indicator: string; body: string }
): NoteResult {
	const { actor, now } = context;
	return command(context, (tx, within): NoteResult => {
		const found = findAssessment(tx, actor, 'note.write', key);
		if (!found) return { kind: 'missing' };
		if (!found.allowed) return { kind: 'forbidden' };
		const { id, round, stored } = found.assessment;
		const before = tx.select().from(internalNotes).where(eq(internalNotes.id, requestId)).get();
		if (before)
			return before.assessmentId === id && before.authorId === actor.id
				? { kind: 'done' }
				: { kind: 'invalid', code: 'request_id_reused' };
		if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'locked' };
		const codes = stored.instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
		if (!codes.includes(indicator)) return { kind: 'invalid', code: 'unknown_indicator' };
		const text = body.trim();
		if (text === '') return { kind: 'invalid', code: 'note_missing' };
		if (text.length > MESSAGE_MAX) return { kind: 'invalid', code: 'note_long' };
		tx.insert(internalNotes)
			.values({ id: requestId, assessmentId: id, indicator, authorId: actor.id, at: now, body: text })
			.run();
		record(within, {
			action: 'note.add',
			subject: `${subjectOf(key.round, key.region, key.agency)}/${indicator}/note`,
			after: { body: text }
		});
		return { kind: 'done' };
	});
}
