import { listRounds } from '#lib/server/rounds/round/find-round.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { requireRound, roundDocument } from '../round-document.ts';
import * as shape from '../schemas.ts';

export const ROUND_CALLS = [
	call({
		method: 'get',
		path: '/rounds',
		summary: 'All rounds, newest first.',
		answer: shape.Rounds,
		problems: [],
		call: ({ db, now }) => answerJson({ rounds: listRounds(db).map((round) => roundDocument(db, round, now)) })
	}),
	call({
		method: 'get',
		path: '/rounds/{round}',
		summary: 'One round.',
		answer: shape.Round,
		problems: [404],
		call: ({ db, params, now }) => answerJson(roundDocument(db, requireRound(db, params.round), now))
	})
].flat();
