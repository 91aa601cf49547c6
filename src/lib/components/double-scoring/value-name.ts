import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import { m } from '#lib/paraglide/messages.js';

/** A level in words: `tingkat 3`, `tidak berlaku`, `–` where there is none. */
export function valueName(value: AnswerValue): string {
	if (value === 'na') return m.double_answer_na();
	return value === null ? '–' : m.double_level({ level: value });
}
