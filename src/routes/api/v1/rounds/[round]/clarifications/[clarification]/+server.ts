import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerClarification } from '#lib/server/api/clarification-calls.ts';

export const GET = answerApi<'round' | 'clarification'>((event, viewer) =>
	answerClarification(event, viewer, Date.now())
);

export const fallback = methodNotAllowed;
