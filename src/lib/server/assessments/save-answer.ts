import { and, eq, sql } from 'drizzle-orm';
import type { Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import type { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Viewer, writePermission } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { answers, answerWrites, assessments, rounds, users } from '../db/schema.ts';
import { type AnswerRow, type Assessment, type AssessmentKey, findAssessment, listAnswers } from './find-assessment.ts';
import { type Result, resultOf } from './results.ts';

/** An answer as the API and the page show it. */
export interface AnswerView {
	indicator: string;
	track: Track;
	level: number | null;
	notApplicable: boolean;
	justification: string;
	version: number;
	/** ISO instant. */
	updatedAt: string;
}

export interface Saved {
	version: number;
	answer: AnswerView;
	result: Result;
}

/** Why an answer is not taken; a message key's ending, with the field it belongs to. */
export type AnswerFault =
	| { code: 'unknown_indicator'; field: 'indicator' }
	| { code: 'level_out_of_range'; field: 'level' }
	| { code: 'not_applicable_not_allowed'; field: 'notApplicable' }
	| { code: 'level_and_not_applicable'; field: 'level' }
	| { code: 'not_applicable_reason'; field: 'justification' }
	| { code: 'request_id_reused'; field: 'requestId' };

export type SaveResult =
	| { kind: 'saved'; saved: Saved }
	/** Someone wrote since: nothing was changed; `current` is null when the answer is gone. */
	| { kind: 'conflict'; current: (AnswerView & { updatedBy: string }) | null }
	| { kind: 'invalid'; fault: AnswerFault }
	| { kind: 'missing' }
	| { kind: 'forbidden' }
	/** The track takes no answers in the present state of assessment or round. */
	| { kind: 'locked'; status: Assessment['status'] };

/** Writes one answer unless someone wrote since `write.baseVersion`; repeating `write.requestId` repeats the first
 *  answer. The change, its audit entry and the repeatable reply are one transaction, on disk when this returns. */
export function saveAnswer(
	db: Db,
	actor: Viewer,
	key: AssessmentKey,
	indicator: string,
	write: AnswerWrite,
	now: number
): SaveResult {
	return db.transaction(
		(tx): SaveResult => {
			const found = findAssessment(tx, actor, writePermission(write.track), key);
			if (!found) return { kind: 'missing' };
			if (!found.allowed) return { kind: 'forbidden' };
			const { assessment } = found;
			const repeated = tx.select().from(answerWrites).where(eq(answerWrites.requestId, write.requestId)).get();
			if (repeated) {
				const same =
					repeated.userId === actor.id &&
					repeated.assessmentId === assessment.id &&
					repeated.indicator === indicator &&
					repeated.track === write.track;
				if (!same) return { kind: 'invalid', fault: { code: 'request_id_reused', field: 'requestId' } };
				return { kind: 'saved', saved: JSON.parse(repeated.response) as Saved };
			}
			const fault = checkAnswer(assessment.stored.instrument, indicator, write);
			if (fault) return { kind: 'invalid', fault };
			if (!isTrackOpen(write.track, assessment.status, assessment.round.status))
				return { kind: 'locked', status: assessment.status };
			const rows = listAnswers(tx, assessment.id);
			const before = rows.find((row) => row.indicator === indicator && row.track === write.track);
			if ((before?.version ?? 0) !== write.baseVersion)
				return { kind: 'conflict', current: before ? { ...toView(before), updatedBy: nameOf(tx, before) } : null };

			const after: AnswerRow = {
				assessmentId: assessment.id,
				indicator,
				track: write.track,
				level: write.level,
				notApplicable: write.notApplicable,
				justification: write.justification,
				version: write.baseVersion + 1,
				updatedAt: now,
				updatedBy: actor.id
			};
			putAnswer(tx, after);
			const status = touchAssessment(tx, assessment, actor, now);
			const others = rows.filter((row) => row !== before);
			const saved: Saved = {
				version: after.version,
				answer: toView(after),
				result: resultOf({ ...assessment, status }, [...others, after])
			};
			tx.insert(answerWrites)
				.values({
					requestId: write.requestId,
					userId: actor.id,
					assessmentId: assessment.id,
					indicator,
					track: write.track,
					response: JSON.stringify(saved),
					at: now
				})
				.run();
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: 'answer.save',
				subject: [key.round, key.region, ...(key.agency ? [key.agency] : []), indicator, write.track].join('/'),
				before: before && contentOf(before),
				after: contentOf(after)
			});
			return { kind: 'saved', saved };
		},
		{ behavior: 'immediate' }
	);
}

/** What is wrong with an answer in itself; null when nothing is. Form, API and import all ask this. */
export function checkAnswer(
	instrument: Instrument,
	code: string,
	answer: Pick<AnswerWrite, 'level' | 'notApplicable' | 'justification'>
): AnswerFault | null {
	const indicator = findIndicator(instrument, code);
	if (!indicator) return { code: 'unknown_indicator', field: 'indicator' };
	if (answer.notApplicable && !indicator.mayNotApply)
		return { code: 'not_applicable_not_allowed', field: 'notApplicable' };
	if (answer.notApplicable && answer.level !== null) return { code: 'level_and_not_applicable', field: 'level' };
	if (answer.notApplicable && answer.justification.trim() === '')
		return { code: 'not_applicable_reason', field: 'justification' };
	if (answer.level !== null && !instrument.levels.some(({ level }) => level === answer.level))
		return { code: 'level_out_of_range', field: 'level' };
	return null;
}

function findIndicator(instrument: Instrument, code: string): Indicator | undefined {
	return instrument.domains.flatMap((domain) => domain.indicators).find((indicator) => indicator.code === code);
}

/** Writes one answer row over the one of the same indicator and track. */
export function putAnswer(tx: Db, row: AnswerRow): void {
	tx.insert(answers)
		.values(row)
		.onConflictDoUpdate({ target: [answers.assessmentId, answers.indicator, answers.track], set: row })
		.run();
}

/** The first answer starts the assessment; every answer moves the revisions that caches and maps look at. */
export function touchAssessment(
	tx: Db,
	assessment: Pick<Assessment, 'id' | 'status' | 'round'>,
	actor: Viewer,
	now: number
): Assessment['status'] {
	const starts = assessment.status === 'not_started';
	tx.update(assessments)
		.set({
			revision: sql`${assessments.revision} + 1`,
			...(starts && { status: 'in_progress' as const, statusChangedAt: now, statusChangedBy: actor.id })
		})
		.where(eq(assessments.id, assessment.id))
		.run();
	tx.update(rounds)
		.set({ revision: sql`${rounds.revision} + 1` })
		.where(eq(rounds.id, assessment.round.id))
		.run();
	return starts ? 'in_progress' : assessment.status;
}

/** What the audit log keeps of an answer. */
export function contentOf({ level, notApplicable, justification, version }: AnswerRow) {
	return { level, notApplicable, justification, version };
}

function nameOf(tx: Db, row: AnswerRow): string {
	return (
		tx
			.select()
			.from(users)
			.where(and(eq(users.id, row.updatedBy)))
			.get()?.displayName ?? ''
	);
}

/** An answer row as the API shows it. */
export function toView(row: AnswerRow): AnswerView {
	const { indicator, track, level, notApplicable, justification, version, updatedAt } = row;
	return {
		indicator,
		track,
		level,
		notApplicable,
		justification,
		version,
		updatedAt: new Date(updatedAt).toISOString()
	};
}
