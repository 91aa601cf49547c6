import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { say } from '#lib/words/say.ts';
import { saveAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { answerFault } from '../answer-fault.ts';
import { call, keyOf } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { missingAssessment } from '../require-assessment.ts';
import * as shape from '../schemas.ts';

// Bytes of a justification of the longest kind, escaped in the longest way, with room to spare.
const ANSWER_MAX_BYTES = 128 * 1024;

export const ANSWER_CALLS = call({
	method: 'put',
	path: '/rounds/{round}/{subject}/answers/{indicator}',
	summary:
		'Writes one answer. 409 stale_version when someone wrote since `baseVersion`, with what stands now in ' +
		'`current`; 409 track_closed when the track takes no answers. The same `requestId` again answers the same.',
	body: jsonBody(AnswerWrite, ANSWER_MAX_BYTES),
	answer: shape.Saved,
	problems: [400, 403, 404, 409, 413, 415, 422],
	async call({ db, viewer, locale, params, body: write, now }) {
		const { indicator } = params;
		const key = keyOf(params);
		const result = await saveAnswer({ db, actor: viewer, now }, key, indicator, write);
		if (result.kind === 'saved') return answerJson(result.saved);
		throw problemOf(result, {
			missing: () => missingAssessment(db, key),
			invalid: ({ fault }) => answerFault(fault, indicator, locale),
			locked: ({ status }) =>
				new Problem('track_closed', { track: write.track, status: say(locale)[`status_${status}`]({}) })
		});
	}
});
