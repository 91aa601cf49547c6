import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerPlan } from '#lib/server/api/assessment-calls.ts';

export const GET = answerApi<'round' | 'region'>((event, viewer) => answerPlan(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
