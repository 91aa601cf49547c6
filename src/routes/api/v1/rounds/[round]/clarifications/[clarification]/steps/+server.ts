import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerClarificationStep } from '#lib/server/api/clarification-calls.ts';

export const POST = answerApi<'round' | 'clarification'>((event, viewer) =>
	answerClarificationStep(event, viewer, Date.now())
);

export const fallback = methodNotAllowed;
