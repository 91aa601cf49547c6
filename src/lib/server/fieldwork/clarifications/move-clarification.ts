import { and, desc, eq } from 'drizzle-orm';
import { takeStep } from '#lib/domain/workflow/assessment-machine.ts';
import {
	CLARIFICATION_RULES,
	type ClarificationStep,
	dueDates,
	moveClarification
} from '#lib/domain/workflow/clarification-machine.ts';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { recordStep, subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import { findHindrances, stepContext } from '#lib/server/fieldwork/steps/step-context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, clarificationMessages, clarifications, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { ClarificationResult } from './clarification-result.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export interface ClarificationMove {
	/** Id made by the client; becomes that of the message, so that sending twice is once. */
	requestId: string;
	step: ClarificationStep;
	body: string;
	/** ISO date by which an answer to a further question is asked for; null = a week on. */
	dueOn: string | null;
	/** Number of messages that the person saw in the thread. */
	seen: number;
}

/** Takes a step in a thread: the message, the state, the step of the assessment where it was the last open question,
 *  and the audit entries are one transaction.
 *  @param round code of the round; a thread of another one does not exist here */
export function stepClarification(
	context: Acting,
	round: string,
	id: string,
	{ requestId, step, body, dueOn, seen }: ClarificationMove
): ClarificationResult {
	const { actor, now } = context;
	return command(context, (tx, within): ClarificationResult => {
		const place = findPlace(tx, round, id);
		if (!place) return { kind: 'missing' };
		const rule = CLARIFICATION_RULES[step];
		const permission = rule.by === 'region' ? 'clarification.answer' : 'clarification.ask';
		const found = findAssessment(tx, actor, permission, { ...place.key, round });
		if (!found) return { kind: 'missing' };
		if (!found.allowed) return { kind: 'forbidden' };
		const { assessment } = found;
		const { thread } = place;
		const repeated = tx.select().from(clarificationMessages).where(eq(clarificationMessages.id, requestId)).get();
		if (repeated)
			return repeated.clarificationId === id && repeated.authorId === actor.id && repeated.kind === step
				? { kind: 'done', id }
				: { kind: 'invalid', fault: { code: 'request_id_reused', field: 'requestId' } };
		const last = lastMessage(tx, id);
		if (last.n !== seen) return { kind: 'overtaken', last };
		const { status } = assessment;
		if (assessment.round.status !== 'open' && assessment.round.status !== 'plenary')
			return { kind: 'refused', refusal: 'round_not_open', status };
		const text = body.trim();
		const next = moveClarification(thread.state, step, { assessment: status, body: text });
		if ('refusal' in next)
			return next.refusal === 'clarification_body_missing'
				? { kind: 'invalid', fault: { code: next.refusal, field: 'body' } }
				: { kind: 'refused', refusal: next.refusal, status };
		if (text.length > MESSAGE_MAX)
			return { kind: 'invalid', fault: { code: 'clarification_body_long', field: 'body' } };
		const dates = dueDates(isoDay(now), assessment.round.endsOn);
		const due = step === 'ask_again' ? (dueOn ?? dates.preset) : thread.dueOn;
		if (step === 'ask_again' && (due < dates.first || due > dates.last))
			return { kind: 'invalid', fault: { code: 'clarification_due', field: 'dueOn', ...dates } };

		tx.update(clarifications)
			.set({
				state: next.state,
				dueOn: due,
				changedAt: now,
				...(next.state === 'settled' && { settledBy: actor.id })
			})
			.where(eq(clarifications.id, id))
			.run();
		tx.insert(clarificationMessages)
			.values({
				id: requestId,
				clarificationId: id,
				n: seen + 1,
				kind: step,
				authorId: actor.id,
				at: now,
				body: text
			})
			.run();
		record(within, {
			action: `clarification.${step}`,
			subject: `${subjectOf(round, place.key.region, place.key.agency)}/${thread.indicator}/clarification`,
			before: { state: thread.state },
			after: { state: next.state, ...(step === 'ask_again' && { dueOn: due }), ...(text && { body: text }) }
		});
		// Counted after the change: the last question answered or withdrawn brings the assessment back, a further one on.
		const brought = step === 'ask_again' ? 'ask' : step === 'settle' ? null : step;
		const context = stepContext(findHindrances(tx, assessment), assessment.round.status, '');
		const moved = brought && takeStep(status, brought, context);
		if (moved && 'status' in moved) recordStep(within, assessment, { step: brought, to: moved.status });
		return { kind: 'done', id };
	});
}

function findPlace(tx: Db, round: string, id: string) {
	const row = tx
		.select({ thread: clarifications, region: assessments.regionCode, agency: assessments.agencyId })
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.innerJoin(rounds, eq(rounds.id, assessments.roundId))
		.where(and(eq(clarifications.id, id), eq(rounds.code, round)))
		.get();
	return row && { thread: row.thread, key: { region: row.region, agency: row.agency } };
}

function lastMessage(tx: Db, id: string) {
	const { n, kind, at } = clarificationMessages;
	return tx
		.select({ n, kind, at, by: users.displayName })
		.from(clarificationMessages)
		.innerJoin(users, eq(users.id, clarificationMessages.authorId))
		.where(eq(clarificationMessages.clarificationId, id))
		.orderBy(desc(n))
		.limit(1)
		.get()!;
}
