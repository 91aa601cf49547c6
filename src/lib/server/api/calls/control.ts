import { call } from '../call.ts';
import { controlDocument } from '../control-document.ts';
import { answerJson } from '../json-answer.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

export const CONTROL_CALLS = call({
	method: 'get',
	path: '/rounds/{round}/control',
	summary: 'Progress against the plan, forecast with its band, what is late and why, load and pace of the assessors.',
	permission: 'control.read',
	answer: shape.Control,
	problems: [403, 404],
	call: ({ db, params, now }) => answerJson(controlDocument(db, requireRound(db, params.round), now))
});
