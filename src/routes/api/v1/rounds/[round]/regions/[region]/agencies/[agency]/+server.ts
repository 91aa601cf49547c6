import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAssessment } from '#lib/server/api/assessment-calls.ts';

export const GET = answerApi<'round' | 'region' | 'agency'>((event, viewer) =>
	answerAssessment(event, viewer, event.params.agency)
);

export const fallback = methodNotAllowed;
