import { TRACKS } from '#lib/domain/workflow/types.ts';
import type { AnswerRow } from '../assessments/find-assessment.ts';

/** The official answer of each indicator with its justification: the row on the last track that has an answer;
 *  unanswered indicators are absent. */
export function officialRows(rows: readonly AnswerRow[]): Record<string, AnswerRow> {
	const official: Record<string, AnswerRow> = {};
	for (const track of TRACKS) {
		for (const row of rows) {
			if (row.track === track && (row.notApplicable || row.level !== null)) official[row.indicator] = row;
		}
	}
	return official;
}
