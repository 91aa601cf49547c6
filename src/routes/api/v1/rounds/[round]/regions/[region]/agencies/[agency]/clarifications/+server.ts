import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAsk } from '#lib/server/api/clarification-calls.ts';

export const POST = answerApi<'round' | 'region' | 'agency'>((event, viewer) =>
	answerAsk(event, viewer, event.params.agency, Date.now())
);

export const fallback = methodNotAllowed;
