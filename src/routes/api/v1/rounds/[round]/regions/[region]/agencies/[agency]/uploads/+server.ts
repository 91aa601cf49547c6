import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerNewUpload } from '#lib/server/api/evidence-calls.ts';

type Param = 'round' | 'region' | 'agency';

export const POST = answerApi<Param>((event, viewer) => answerNewUpload(event, viewer, event.params.agency));

export const fallback = methodNotAllowed;
