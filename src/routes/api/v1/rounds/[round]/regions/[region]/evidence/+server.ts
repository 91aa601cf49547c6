import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerAddition, answerEvidence } from '#lib/server/api/evidence-calls.ts';

export const GET = answerApi<'round' | 'region'>((event, viewer) => answerEvidence(event, viewer, null));

export const POST = answerApi<'round' | 'region'>((event, viewer) => answerAddition(event, viewer, null));

export const fallback = methodNotAllowed;
