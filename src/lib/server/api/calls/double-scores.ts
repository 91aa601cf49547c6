import { say } from '#lib/words/say.ts';
import { DoubleWrite, saveDoubleScore } from '#lib/server/fieldwork/double-scoring/save-double-score.ts';
import { listDoubleTasks, loadBlindForm } from '#lib/server/fieldwork/double-scoring/tasks.ts';
import { answerFault } from '../answer-fault.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

// Bytes of a justification of the longest kind, escaped in the longest way, with room to spare.
const SCORE_MAX_BYTES = 128 * 1024;

export const DOUBLE_SCORE_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/double/tasks',
		summary: 'What you score as the second assessor, blind to the first.',
		permission: 'double.score',
		answer: shape.DoubleTasks,
		problems: [403, 404],
		call({ db, viewer, locale, params }) {
			const round = requireRound(db, params.round);
			const tasks = listDoubleTasks(db, viewer, round).flatMap(({ region }) => {
				const loaded = loadBlindForm({ db, actor: viewer, locale }, round.code, region.code);
				if (loaded.kind !== 'form') return [];
				return [
					{
						region,
						items: loaded.form.questions.map(({ code, region: says, evidence, own }) => ({
							indicator: code,
							region: says,
							evidence,
							own
						}))
					}
				];
			});
			return answerJson({ round: round.code, tasks });
		}
	}),
	call({
		method: 'put',
		path: '/rounds/{round}/double/tasks/{region}/{indicator}',
		summary:
			'Writes a second score, which counts for no result. 409 stale_version when it was saved elsewhere since ' +
			'`baseVersion`, with what stands now in `current`; 409 double_closed once it is no longer taken, or no longer blind.',
		permission: 'double.score',
		body: jsonBody(DoubleWrite, SCORE_MAX_BYTES),
		answer: shape.SavedSecond,
		problems: [400, 403, 404, 409, 413, 415, 422],
		before: ({ db, params }) => void requireRound(db, params.round),
		call({ db, viewer, locale, params, body: write, now }) {
			const { indicator } = params;
			const result = saveDoubleScore({ db, actor: viewer, now }, params, write);
			if (result.kind === 'saved') return answerJson({ indicator, own: result.score });
			const closed = ({ kind }: { kind: 'not_blind' | 'closed' }) =>
				new Problem('double_closed', { reason: say(locale)[`double_task_${kind}`]({}) });
			throw problemOf(result, {
				missing: () => new Problem('double_missing', {}),
				invalid: ({ fault }) => answerFault(fault, indicator, locale),
				not_blind: closed,
				closed
			});
		}
	})
].flat();
