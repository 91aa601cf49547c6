import { ClarificationStepRequest, QuestionRequest } from '#lib/domain/workflow/clarification-request.ts';
import { askClarification } from '#lib/server/fieldwork/clarifications/ask-clarification.ts';
import {
	type ClarificationResult,
	describeFault,
	describeOvertakenThread,
	describeRefused
} from '#lib/server/fieldwork/clarifications/clarification-result.ts';
import {
	type ListedClarification,
	listClarifications
} from '#lib/server/fieldwork/clarifications/list-clarifications.ts';
import { stepClarification } from '#lib/server/fieldwork/clarifications/move-clarification.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { faultOf } from '../answer-fault.ts';
import { type Asked, call, keyOf } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { missingAssessment } from '../require-assessment.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

// Bytes of a message of the longest kind, escaped in the longest way, with room to spare.
const MESSAGE_MAX_BYTES = 64 * 1024;

export const CLARIFICATION_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/clarifications',
		summary: 'The clarifications that you may read; what waits for you comes first.',
		permission: 'clarification.read',
		answer: shape.Clarifications,
		problems: [403, 404],
		call({ db, viewer, locale, params, now }) {
			const round = requireRound(db, params.round);
			const listed = listClarifications({ db, actor: viewer, now, locale }, round);
			return answerJson({ round: round.code, clarifications: listed.map(toDocument) });
		}
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/clarifications/{clarification}',
		summary: 'One clarification with everything said in it.',
		permission: 'clarification.read',
		answer: shape.Clarification,
		problems: [403, 404],
		call: (asked) => answerListed(asked, asked.params.clarification)
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/clarifications/{clarification}/steps',
		summary:
			'Answers, asks again, settles or withdraws. 409 step_refused with the reason in words; 409 step_overtaken when ' +
			'somebody else wrote since `seen`. The same `requestId` again answers the same.',
		permission: 'clarification.read',
		body: jsonBody(ClarificationStepRequest, MESSAGE_MAX_BYTES),
		answer: shape.Clarification,
		problems: [400, 403, 404, 409, 413, 415, 422],
		call(asked) {
			const { db, viewer, body, now } = asked;
			const { round, clarification } = asked.params;
			const { dueOn = null, ...move } = body;
			requireRound(db, round);
			const result = stepClarification({ db, actor: viewer, now }, round, clarification, { ...move, dueOn });
			return answerResult(asked, result, {
				about: clarification,
				missing: () => new Problem('clarification_missing', { clarification, round })
			});
		}
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/{subject}/clarifications',
		summary: 'Asks for clarification of one indicator. 409 step_refused with the reason in words.',
		permission: 'clarification.ask',
		body: jsonBody(QuestionRequest, MESSAGE_MAX_BYTES),
		answer: shape.Clarification,
		problems: [400, 403, 404, 409, 413, 415, 422],
		call(asked) {
			const { db, viewer, params, body, now } = asked;
			const { dueOn = null, ...question } = body;
			const key = keyOf(params);
			const result = askClarification({ db, actor: viewer, now }, key, { ...question, dueOn });
			return answerResult(asked, result, {
				about: question.indicator,
				missing: () => missingAssessment(db, key)
			});
		}
	})
].flat();

type AskedOfRound = Asked<'/rounds/{round}'>;

/** The thread as it stands after a write, or the problem.
 *  @param about subject that the sentence of a fault names */
function answerResult(
	asked: AskedOfRound,
	result: ClarificationResult,
	{ about, missing }: { about: string; missing: () => Problem }
): Answer {
	const { locale } = asked;
	if (result.kind === 'done') return answerListed(asked, result.id);
	throw problemOf(result, {
		missing,
		invalid: ({ fault }) => faultOf(fault.field, describeFault(fault, about, locale)),
		refused: ({ refusal, status }) => new Problem('step_refused', { reason: describeRefused(refusal, status, locale) }),
		overtaken: ({ last }) => new Problem('step_overtaken', { reason: describeOvertakenThread(last, locale) })
	});
}

function answerListed({ db, viewer, locale, params, now }: AskedOfRound, id: string): Answer {
	const round = requireRound(db, params.round);
	const found = listClarifications({ db, actor: viewer, now, locale }, round).find((listed) => listed.id === id);
	// another region's clarification looks like a missing one: ids tell nothing
	if (!found) throw new Problem('clarification_missing', { clarification: id, round: round.code });
	return answerJson(toDocument(found));
}

function toDocument({ region, agency, messages, askedAt, changedAt, ...listed }: ListedClarification) {
	const { id, indicator, state, dueOn, overdue, mine } = listed;
	return {
		id,
		region: region.code,
		agency: agency?.id ?? null,
		indicator,
		state,
		dueOn,
		overdue,
		waitsForYou: mine,
		askedAt: new Date(askedAt).toISOString(),
		changedAt: new Date(changedAt).toISOString(),
		messages: messages.map(({ n, kind, by, at, body }) => ({ n, kind, by, at: new Date(at).toISOString(), body }))
	};
}
