import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerClarifications } from '#lib/server/api/clarification-calls.ts';

export const GET = answerApi<'round'>((event, viewer) => answerClarifications(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
