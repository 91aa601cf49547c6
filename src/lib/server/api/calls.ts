import { type ApiCall, openCall } from './call.ts';
import { ANSWER_CALLS } from './calls/answers.ts';
import { ASSESSMENT_CALLS } from './calls/assessments.ts';
import { CALENDAR_CALLS } from './calls/calendar.ts';
import { CLARIFICATION_CALLS } from './calls/clarifications.ts';
import { COMPARE_CALLS } from './calls/compare.ts';
import { CONTROL_CALLS } from './calls/control.ts';
import { DOUBLE_SAMPLE_CALLS } from './calls/double-samples.ts';
import { DOUBLE_SCORE_CALLS } from './calls/double-scores.ts';
import { EVIDENCE_CALLS } from './calls/evidence.ts';
import { EXCHANGE_CALLS } from './calls/exchange.ts';
import { INSTRUMENT_CALLS } from './calls/instruments.ts';
import { PLENARY_CALLS } from './calls/plenary.ts';
import { REMINDER_CALLS } from './calls/reminders.ts';
import { ROUND_CALLS } from './calls/rounds.ts';
import { SCORE_CALLS } from './calls/scores.ts';
import { SERVICE_CALLS } from './calls/service.ts';
import { STEP_CALLS } from './calls/steps.ts';
import { UPLOAD_CALLS } from './calls/uploads.ts';
import { answerJson } from './json-answer.ts';
import { openApiDocument } from './openapi.ts';
import { VERSION } from './version.ts';

const DOCUMENT = openCall({
	path: '/openapi.json',
	summary: 'This document.',
	answer: 'application/json',
	call: () => answerJson(openApiDocument(VERSION, API_CALLS), {})
});

/** Every call of the API: only these calls are served, and all of them are described. */
export const API_CALLS: readonly ApiCall[] = [
	...SERVICE_CALLS,
	DOCUMENT,
	...ROUND_CALLS,
	...SCORE_CALLS,
	...COMPARE_CALLS,
	...CONTROL_CALLS,
	...EXCHANGE_CALLS,
	...ASSESSMENT_CALLS,
	...ANSWER_CALLS,
	...STEP_CALLS,
	...EVIDENCE_CALLS,
	...UPLOAD_CALLS,
	...CLARIFICATION_CALLS,
	...REMINDER_CALLS,
	...CALENDAR_CALLS,
	...DOUBLE_SCORE_CALLS,
	...DOUBLE_SAMPLE_CALLS,
	...PLENARY_CALLS,
	...INSTRUMENT_CALLS
];
