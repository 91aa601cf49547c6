import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import type { AnswerFault } from '#lib/server/rounds/assessment/save-answer.ts';
import { Problem } from './problem.ts';

/** Makes the problem of content that a rule refuses: one field, one sentence. */
export function faultOf(field: string, detail: string): Problem {
	return new Problem('content_invalid', { faults: detail }, { errors: [{ field, detail }] });
}

/** Makes the same problem for an answer, whose faults have names. */
export function answerFault({ code, field }: AnswerFault, indicator: string, locale: Locale): Problem {
	return faultOf(field, say(locale)[`error_${code}`]({ indicator }));
}
