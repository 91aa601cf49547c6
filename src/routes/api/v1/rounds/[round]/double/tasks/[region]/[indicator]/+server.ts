import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDoubleWrite } from '#lib/server/api/double-calls.ts';

export const PUT = answerApi<'round' | 'region' | 'indicator'>((event, viewer) =>
	answerDoubleWrite(event, viewer, Date.now())
);

export const fallback = methodNotAllowed;
