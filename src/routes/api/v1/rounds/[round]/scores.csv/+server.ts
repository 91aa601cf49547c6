import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { readQuery } from '#lib/server/api/request-body.ts';
import { requireRound } from '#lib/server/api/round-document.ts';
import { ScoresQuery } from '#lib/server/api/schemas.ts';
import { scoresCsv } from '#lib/server/api/scores.ts';

export const GET = answerApi<'round'>(({ locals, params, url }, viewer) => {
	const choice = readQuery(url, ScoresQuery, locals.locale);
	const round = requireRound(locals.db, params.round);
	return downloadResponse(scoresCsv(locals.db, viewer, round, choice), `siap-${round.code}-scores.csv`);
});

export const fallback = methodNotAllowed;
