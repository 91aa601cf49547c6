import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerFile } from '#lib/server/api/exchange-calls.ts';
import { readQuery } from '#lib/server/api/request-body.ts';
import { requireRound } from '#lib/server/api/round-document.ts';
import { ScoresQuery } from '#lib/server/api/schemas.ts';
import { scoresCsv } from '#lib/server/api/scores.ts';

export const GET = answerApi<'round'>(({ locals, params, url }, viewer) => {
	const choice = readQuery(url, ScoresQuery, locals.locale);
	const round = requireRound(locals.db, params.round);
	return answerFile(scoresCsv(locals.db, viewer, round, choice), 'csv', `siap-${round.code}-scores`);
});

export const fallback = methodNotAllowed;
