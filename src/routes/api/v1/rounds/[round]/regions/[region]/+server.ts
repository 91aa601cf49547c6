import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAssessment } from '#lib/server/api/assessment-calls.ts';

export const GET = answerApi<'round' | 'region'>((event, viewer) => answerAssessment(event, viewer, null));

export const fallback = methodNotAllowed;
