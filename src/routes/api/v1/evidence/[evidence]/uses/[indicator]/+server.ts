import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerPlace, answerUseEnd } from '#lib/server/api/evidence-calls.ts';

export const PUT = answerApi<'evidence' | 'indicator'>(answerPlace);

export const DELETE = answerApi<'evidence' | 'indicator'>(answerUseEnd);

export const fallback = methodNotAllowed;
