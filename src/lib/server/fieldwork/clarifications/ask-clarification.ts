import { eq } from 'drizzle-orm';
import { type Step, takeStep } from '#lib/domain/workflow/assessment-machine.ts';
import { dueDates } from '#lib/domain/workflow/clarification-machine.ts';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { type Assessment, type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { recordStep, subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import { findHindrances, stepContext } from '#lib/server/fieldwork/steps/step-context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { clarificationMessages, clarifications } from '#lib/server/foundation/db/schema.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { ClarificationResult } from './clarification-result.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A question to the region about one indicator. */
export interface Question {
	/** Id made by the client; becomes that of the thread, so that sending twice is once. */
	requestId: string;
	indicator: string;
	body: string;
	/** ISO date from today to the round's last day (once that is over, within a week); null = a week on. */
	dueOn: string | null;
}

/** Puts a question to the region: a new thread, the step of the assessment, and both audit entries are one transaction.
 *  A question about a submitted assessment begins the review first. */
export function askClarification(
	context: Acting,
	key: AssessmentKey,
	{ requestId, indicator, body, dueOn }: Question
): ClarificationResult {
	const { actor, now } = context;
	return command(context, (tx, within): ClarificationResult => {
		const found = findAssessment(tx, actor, 'clarification.ask', key);
		if (!found) return { kind: 'missing' };
		if (!found.allowed) return { kind: 'forbidden' };
		const { assessment } = found;
		const before = tx.select().from(clarifications).where(eq(clarifications.id, requestId)).get();
		if (before)
			return before.assessmentId === assessment.id && before.askedBy === actor.id
				? { kind: 'done', id: before.id }
				: { kind: 'invalid', fault: { code: 'request_id_reused', field: 'requestId' } };
		if (!hasIndicator(assessment, indicator))
			return { kind: 'invalid', fault: { code: 'unknown_indicator', field: 'indicator' } };
		const text = body.trim();
		if (text === '') return { kind: 'invalid', fault: { code: 'clarification_body_missing', field: 'body' } };
		if (text.length > MESSAGE_MAX)
			return { kind: 'invalid', fault: { code: 'clarification_body_long', field: 'body' } };
		const { first, last, preset } = dueDates(isoDay(now), assessment.round.endsOn);
		const due = dueOn ?? preset;
		if (due < first || due > last)
			return { kind: 'invalid', fault: { code: 'clarification_due', field: 'dueOn', first, last } };
		const { status } = assessment;
		const steps = stepsToAsk(tx, assessment);
		if (typeof steps === 'string') return { kind: 'refused', refusal: steps, status };
		for (const { step, from, to } of steps) recordStep(within, { ...assessment, status: from }, { step, to });
		tx.insert(clarifications)
			.values({
				id: requestId,
				assessmentId: assessment.id,
				indicator,
				state: 'asked',
				dueOn: due,
				askedBy: actor.id,
				askedAt: now,
				changedAt: now
			})
			.run();
		tx.insert(clarificationMessages)
			.values({
				id: requestId,
				clarificationId: requestId,
				n: 1,
				kind: 'ask',
				authorId: actor.id,
				at: now,
				body: text
			})
			.run();
		record(within, {
			action: 'clarification.ask',
			subject: `${subjectOf(key.round, key.region, key.agency)}/${indicator}/clarification`,
			after: { state: 'asked', dueOn: due, body: text }
		});
		return { kind: 'done', id: requestId };
	});
}

function hasIndicator({ stored }: Assessment, code: string): boolean {
	return stored.instrument.domains.some(({ indicators }) => indicators.some((indicator) => indicator.code === code));
}

type Taken = { step: Step; from: AssessmentStatus; to: AssessmentStatus };

/** The steps that a question brings with it, or the reason why it cannot be put now. */
function stepsToAsk(
	tx: Db,
	assessment: Assessment
): Taken[] | 'clarification_not_yet' | 'clarification_locked' | 'round_not_open' {
	const context = stepContext(findHindrances(tx, assessment), assessment.round.status, '');
	const taken: Taken[] = [];
	let { status } = assessment;
	for (const step of status === 'submitted' ? (['begin_review', 'ask'] as const) : (['ask'] as const)) {
		const next = takeStep(status, step, context);
		if ('refusal' in next) {
			if (next.refusal === 'round_not_open') return 'round_not_open';
			return status === 'assessed' || status === 'final' ? 'clarification_locked' : 'clarification_not_yet';
		}
		taken.push({ step, from: status, to: next.status });
		status = next.status;
	}
	return taken;
}
