import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerDraw } from '#lib/server/api/sample-calls.ts';

export const POST = answerApi<'round'>((event, viewer) => answerDraw(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
