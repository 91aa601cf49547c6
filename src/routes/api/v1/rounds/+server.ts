import { answerApi, answerJson, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { roundDocument } from '#lib/server/api/round-document.ts';
import { listRounds } from '#lib/server/rounds/round/find-round.ts';

export const GET = answerApi(({ locals: { db } }) =>
	answerJson({ rounds: listRounds(db).map((round) => roundDocument(db, round, Date.now())) })
);

export const fallback = methodNotAllowed;
