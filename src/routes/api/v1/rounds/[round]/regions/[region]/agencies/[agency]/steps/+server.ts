import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerMove, answerSteps } from '#lib/server/api/assessment-calls.ts';

type Param = 'round' | 'region' | 'agency';

export const GET = answerApi<Param>((event, viewer) => answerSteps(event, viewer, event.params.agency));

export const POST = answerApi<Param>((event, viewer) => answerMove(event, viewer, event.params.agency, Date.now()));

export const fallback = methodNotAllowed;
