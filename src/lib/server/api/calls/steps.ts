import { StepRequest } from '#lib/domain/workflow/step-request.ts';
import { describeOvertaken, describeRefusal } from '#lib/server/fieldwork/steps/describe-move.ts';
import { moveAssessment } from '#lib/server/fieldwork/steps/move-assessment.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { type Asked, call, keyOf } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { missingAssessment, requireAssessment } from '../require-assessment.ts';
import * as shape from '../schemas.ts';

const STEP_MAX_BYTES = 16 * 1024;

export const STEP_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/{subject}/steps',
		summary: 'The steps that the assessment took, and those that you may take now.',
		answer: shape.Steps,
		problems: [403, 404],
		call: answerSteps
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/{subject}/steps',
		summary:
			'Takes a step. 409 step_refused with the reason in words; 409 step_overtaken when somebody else took one since `seen`.',
		body: jsonBody(StepRequest, STEP_MAX_BYTES),
		answer: shape.Steps,
		problems: [400, 403, 404, 409, 413, 415, 422],
		call(asked) {
			const { db, viewer, locale, params, body, now } = asked;
			const moved = moveAssessment({ db, actor: viewer, now }, keyOf(params), body);
			if (moved.kind === 'moved') return answerSteps(asked);
			throw problemOf(moved, {
				missing: () => missingAssessment(db, keyOf(params)),
				refused: ({ refusal, status }) =>
					new Problem('step_refused', { reason: describeRefusal(refusal, status, locale) }),
				overtaken: ({ last }) => new Problem('step_overtaken', { reason: describeOvertaken(last, locale) })
			});
		}
	})
].flat();

/** Steps of the assessment, the first one first. */
function answerSteps(asked: Asked<'/rounds/{round}/{subject}/steps'>): Answer {
	const { db, viewer, params } = asked;
	const assessment = requireAssessment(asked, 'assessment.read', keyOf(params));
	const { taken, steps } = readNextSteps(db, viewer, assessment);
	return answerJson({
		status: assessment.status,
		possible: steps.map(({ step }) => step),
		steps: taken.map((step) => ({ ...step, at: new Date(step.at).toISOString() })).reverse()
	});
}
