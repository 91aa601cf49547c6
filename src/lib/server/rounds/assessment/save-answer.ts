import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import { and, eq } from 'drizzle-orm';
import type { Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import { ASSESSMENT_STEPS, isTrackOpen, stepOfAnswer } from '#lib/domain/workflow/assessment-machine.ts';
import type { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { differs, isExplained } from '#lib/domain/workflow/change-reasons.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { writePermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { commitTogether } from '#lib/server/foundation/db/commit-together.ts';
import {
	insertAnswerWrite,
	putAnswerRow,
	raiseAssessment,
	raiseRound,
	writeByRequest
} from '#lib/server/foundation/db/hot-queries.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import type { Conflict, Invalid, Locked, Refused } from '#lib/server/people/commands/refusal.ts';
import { type AnswerRow, type Assessment, type AssessmentKey, findAssessment, listAnswers } from './find-assessment.ts';
import { recordStep, subjectOf } from './record-step.ts';
import { resultOf } from './results.ts';
import type { Result } from '#lib/domain/analysis/result.ts';
import { record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export interface Saved {
	version: number;
	answer: AnswerView;
	result: Result;
}

/** A fault of an answer in itself: a message key's ending, with the field that it belongs to. */
type ContentFault =
	| { code: 'unknown_indicator'; field: 'indicator' }
	| { code: 'level_out_of_range'; field: 'level' }
	| { code: 'not_applicable_not_allowed'; field: 'notApplicable' }
	| { code: 'level_and_not_applicable'; field: 'level' }
	| { code: 'not_applicable_reason'; field: 'justification' };

/** A reason not to take an answer. */
export type AnswerFault =
	| ContentFault
	| { code: 'change_reason_missing'; field: 'changeReason' }
	| { code: 'request_id_reused'; field: 'requestId' };

export type SaveResult =
	| { kind: 'saved'; saved: Saved }
	/** Someone wrote since: nothing was changed; `current` is null when the answer is gone. */
	| Conflict<(AnswerView & { updatedBy: string }) | null>
	| Invalid<AnswerFault>
	| Refused
	/** The track takes no answers in the present state of assessment or round. */
	| Locked<Assessment['status']>;

/** Writes one answer unless someone wrote since `write.baseVersion`; repeating `write.requestId` repeats the first
 *  answer. Change, audit entry and repeatable reply are kept together or not at all, on disk when this resolves. */
export function saveAnswer(
	context: Acting,
	key: AssessmentKey,
	indicator: string,
	write: AnswerWrite
): Promise<SaveResult> {
	const { db, actor, now } = context;
	return commitTogether(db, (tx) => writeAnswer({ db: tx, actor, now }, key, indicator, write));
}

/** Writes one answer as `saveAnswer` does, inside a transaction that writes more than the answer. */
export function writeAnswer(within: Acting, key: AssessmentKey, indicator: string, write: AnswerWrite): SaveResult {
	const { db: tx, actor, now } = within;
	const found = findAssessment(tx, actor, writePermission(write.track), key);
	if (!found) return { kind: 'missing' };
	if (!found.allowed) return { kind: 'forbidden' };
	const { assessment } = found;
	const repeated = writeByRequest.get(tx, { requestId: write.requestId });
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
		evidenceWaiver: write.evidenceWaiver ?? before?.evidenceWaiver ?? '',
		changeReason: write.changeReason === undefined ? (before?.changeReason ?? null) : write.changeReason,
		changeNote: write.changeNote ?? before?.changeNote ?? '',
		version: write.baseVersion + 1,
		firstAt: before?.firstAt ?? now,
		updatedAt: now,
		updatedBy: actor.id
	};
	// On the other tracks the reason may follow while the work goes on; what the plenary sets is explained at once.
	if (write.track === 'final' && differs(after, assessorsOf(rows, indicator)) && !isExplained(after))
		return { kind: 'invalid', fault: { code: 'change_reason_missing', field: 'changeReason' } };
	putAnswer(tx, after);
	const status = touchAssessment(within, assessment, write.track);
	const others = rows.filter((row) => row !== before);
	const saved: Saved = {
		version: after.version,
		answer: toView(after),
		result: resultOf({ ...assessment, status }, [...others, after])
	};
	insertAnswerWrite(tx, {
		requestId: write.requestId,
		userId: actor.id,
		assessmentId: assessment.id,
		indicator,
		track: write.track,
		response: JSON.stringify(saved),
		at: now
	});
	record(within, {
		action: 'answer.save',
		subject: `${subjectOf(key.round, key.region, key.agency)}/${indicator}/${write.track}`,
		before: before && contentOf(before),
		after: contentOf(after)
	});
	return { kind: 'saved', saved };
}

/** The fault of an answer in itself; null when there is none. Form, API and import all ask this. */
export function checkAnswer(
	instrument: Instrument,
	code: string,
	answer: Pick<AnswerWrite, 'level' | 'notApplicable' | 'justification'>
): ContentFault | null {
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
	putAnswerRow(tx, row);
}

/** Takes the step that a first answer brings (`stepOfAnswer`), and raises the revisions that caches and maps look at.
 *  @returns the status afterwards */
export function touchAssessment(
	within: Acting,
	assessment: Pick<Assessment, 'id' | 'status' | 'round' | 'region' | 'agency'>,
	track: Track
): Assessment['status'] {
	const { db: tx } = within;
	const step = stepOfAnswer(track, assessment.status);
	if (step) {
		const { to } = ASSESSMENT_STEPS[step];
		recordStep(within, assessment, { step, to });
		return to;
	}
	raiseAssessment(tx, { id: assessment.id });
	raiseRound(tx, { id: assessment.round.id });
	return assessment.status;
}

function assessorsOf(rows: readonly AnswerRow[], indicator: string): AnswerRow | undefined {
	return rows.find((row) => row.indicator === indicator && row.track === 'assessor');
}

/** The fields of an answer that the audit log keeps; an empty waiver, change reason or note is left out. */
export function contentOf(row: AnswerRow) {
	const { level, notApplicable, justification, version, evidenceWaiver, changeReason, changeNote } = row;
	return {
		level,
		notApplicable,
		justification,
		version,
		...(evidenceWaiver && { evidenceWaiver }),
		...(changeReason && { changeReason }),
		...(changeNote && { changeNote })
	};
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
	const { evidenceWaiver, changeReason, changeNote } = row;
	return {
		indicator,
		track,
		level,
		notApplicable,
		justification,
		evidenceWaiver,
		changeReason,
		changeNote,
		version,
		updatedAt: new Date(updatedAt).toISOString()
	};
}
