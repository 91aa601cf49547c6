import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerMove, answerSteps } from '#lib/server/api/assessment-calls.ts';

export const GET = answerApi<'round' | 'region'>((event, viewer) => answerSteps(event, viewer, null));

export const POST = answerApi<'round' | 'region'>((event, viewer) => answerMove(event, viewer, null, Date.now()));

export const fallback = methodNotAllowed;
