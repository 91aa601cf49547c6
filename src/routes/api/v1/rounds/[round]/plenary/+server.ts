import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAgenda } from '#lib/server/api/plenary-calls.ts';

export const GET = answerApi<'round'>(answerAgenda);

export const fallback = methodNotAllowed;
