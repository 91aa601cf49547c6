import { m } from '#lib/paraglide/messages.js';

/** An answer in words: `tingkat 3`, `tidak berlaku`, `belum dijawab`. */
export function answerName(answer: { level: number | null; notApplicable: boolean }): string {
	if (answer.notApplicable) return m.form_answer_na();
	return answer.level === null ? m.form_answer_none() : m.form_answer_level({ level: answer.level });
}
