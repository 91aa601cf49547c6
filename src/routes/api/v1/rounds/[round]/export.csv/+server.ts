import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerExport } from '#lib/server/api/exchange-calls.ts';

export const GET = answerApi<'round'>((event, viewer) => answerExport(event, viewer, 'csv'));

export const fallback = methodNotAllowed;
