import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerClose } from '#lib/server/api/sample-calls.ts';

export const POST = answerApi<'round' | 'sample'>((event, viewer) => answerClose(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
