import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerSessions } from '#lib/server/api/plenary-calls.ts';

export const GET = answerApi<'round'>(answerSessions);

export const fallback = methodNotAllowed;
