import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerWrite } from '#lib/server/api/assessment-calls.ts';

export const PUT = answerApi<'round' | 'region' | 'agency' | 'indicator'>((event, viewer) =>
	answerWrite(event, viewer, event.params.agency, Date.now())
);

export const fallback = methodNotAllowed;
