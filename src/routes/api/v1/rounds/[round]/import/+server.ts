import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerImport } from '#lib/server/api/exchange-calls.ts';

export const POST = answerApi<'round'>((event, viewer) => answerImport(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
