import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDecision } from '#lib/server/api/plenary-calls.ts';

export const PUT = answerApi<'round' | 'session' | 'region' | 'indicator'>((event, viewer) =>
	answerDecision(event, viewer, Date.now())
);

export const fallback = methodNotAllowed;
