import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerCalendar } from '#lib/server/api/calendar-calls.ts';

export const GET = answerApi<'round'>(answerCalendar);

export const fallback = methodNotAllowed;
