import { TRACKS } from '#lib/domain/workflow/types.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';

/** The official answer of each indicator with its justification: the row on the last track that has an answer;
 *  unanswered indicators are absent. */
export function officialRows(rows: readonly AnswerView[]): Record<string, AnswerView> {
	const official: Record<string, AnswerView> = {};
	for (const track of TRACKS) {
		for (const row of rows) {
			if (row.track === track && (row.notApplicable || row.level !== null)) official[row.indicator] = row;
		}
	}
	return official;
}
