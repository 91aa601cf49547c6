import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerNewUpload } from '#lib/server/api/evidence-calls.ts';

export const POST = answerApi<'round' | 'region'>((event, viewer) => answerNewUpload(event, viewer, null));

export const fallback = methodNotAllowed;
