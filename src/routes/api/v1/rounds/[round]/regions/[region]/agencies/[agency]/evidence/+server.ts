import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAddition, answerEvidence } from '#lib/server/api/evidence-calls.ts';

type Param = 'round' | 'region' | 'agency';

export const GET = answerApi<Param>((event, viewer) => answerEvidence(event, viewer, event.params.agency));

export const POST = answerApi<Param>((event, viewer) => answerAddition(event, viewer, event.params.agency));

export const fallback = methodNotAllowed;
