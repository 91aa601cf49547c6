import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerWrite } from '#lib/server/api/assessment-calls.ts';

export const PUT = answerApi<'round' | 'region' | 'indicator'>((event, viewer) =>
	answerWrite(event, viewer, null, Date.now())
);

export const fallback = methodNotAllowed;
