import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerReminders, answerSeen } from '#lib/server/api/reminder-calls.ts';

export const GET = answerApi(answerReminders);

export const POST = answerApi((event, viewer) => answerSeen(event, viewer, Date.now()));

export const fallback = methodNotAllowed;
