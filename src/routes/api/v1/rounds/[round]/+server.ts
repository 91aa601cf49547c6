import { answerApi, answerJson, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { requireRound, roundDocument } from '#lib/server/api/round-document.ts';

export const GET = answerApi<'round'>(({ locals: { db }, params }) =>
	answerJson(roundDocument(db, requireRound(db, params.round), Date.now()))
);

export const fallback = methodNotAllowed;
