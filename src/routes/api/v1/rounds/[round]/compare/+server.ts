import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerCompare } from '#lib/server/api/compare-calls.ts';

export const GET = answerApi<'round'>(answerCompare);

export const fallback = methodNotAllowed;
