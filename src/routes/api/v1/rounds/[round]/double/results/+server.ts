import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDoubleResults } from '#lib/server/api/double-calls.ts';

export const GET = answerApi<'round'>(answerDoubleResults);

export const fallback = methodNotAllowed;
