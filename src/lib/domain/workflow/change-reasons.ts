/** Reasons for a level that differs from the one on the track before it; a message key's ending. The words are ours. */
export const CHANGE_REASONS = [
	'evidence_missing',
	'evidence_irrelevant',
	'evidence_outdated',
	'not_everywhere',
	'criteria_misread',
	'new_evidence',
	'seen_on_site',
	'other'
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Part of an answer by which two tracks are compared. */
export interface Stand {
	level: number | null;
	notApplicable: boolean;
}

/** Tells whether an answer is another than the one on the track before; false where either is missing. */
export function differs(answer: Stand, before: Stand | undefined): boolean {
	if (!before || (before.level === null && !before.notApplicable)) return false;
	if (answer.level === null && !answer.notApplicable) return false;
	return answer.level !== before.level || answer.notApplicable !== before.notApplicable;
}

/** Tells whether a change is explained: by a reason from the list and a sentence of the person's own. */
export function isExplained(change: { changeReason: ChangeReason | null; changeNote: string }): boolean {
	return change.changeReason !== null && change.changeNote.trim() !== '';
}
