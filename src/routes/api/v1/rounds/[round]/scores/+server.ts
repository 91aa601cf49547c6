import { answerApi, answerKeptJson, methodNotAllowed, PRIVATE } from '#lib/server/api/answer-api.ts';
import { readQuery } from '#lib/server/api/request-body.ts';
import { requireRound } from '#lib/server/api/round-document.ts';
import { ScoresQuery } from '#lib/server/api/schemas.ts';
import { isTagKnown, scoresBody } from '#lib/server/api/scores.ts';

export const GET = answerApi<'round'>(({ locals, params, request, url }, viewer) => {
	const choice = readQuery(url, ScoresQuery, locals.locale);
	const { body, etag } = scoresBody(locals.db, viewer, requireRound(locals.db, params.round), choice);
	if (isTagKnown(request, etag))
		return new Response(null, { status: 304, headers: { 'cache-control': PRIVATE, etag } });
	return answerKeptJson(body, etag);
});

export const fallback = methodNotAllowed;
