import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDoubleTasks } from '#lib/server/api/double-calls.ts';

export const GET = answerApi<'round'>(answerDoubleTasks);

export const fallback = methodNotAllowed;
