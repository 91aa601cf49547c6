import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerFile } from '#lib/server/api/evidence-calls.ts';

export const GET = answerApi<'evidence'>(answerFile);

export const fallback = methodNotAllowed;
