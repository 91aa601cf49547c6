import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDetails, answerRemoval } from '#lib/server/api/evidence-calls.ts';

export const PATCH = answerApi<'evidence'>(answerDetails);

export const DELETE = answerApi<'evidence'>(answerRemoval);

export const fallback = methodNotAllowed;
