import { m } from '#lib/paraglide/messages.js';
import type { AnswerFault } from '#lib/server/rounds/assessment/save-answer.ts';
import { type Locale, Problem } from './problem.ts';

/** The problem of content that a rule refuses: one field, one sentence. */
export function faultOf(field: string, detail: string): Problem {
	return new Problem('content_invalid', { faults: detail }, { errors: [{ field, detail }] });
}

/** The same of an answer, whose faults have names. */
export function answerFault({ code, field }: AnswerFault, indicator: string, locale: Locale): Problem {
	return faultOf(field, m[`error_${code}`]({ indicator }, { locale }));
}
