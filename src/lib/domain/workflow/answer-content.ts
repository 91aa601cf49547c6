import type { ChangeReason } from './change-reasons.ts';

/** What an answer says: all of it that a person can change. */
export interface AnswerContent {
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** Why a level of 3 or more stands without evidence; empty where nothing was said. */
	evidenceWaiver: string;
	/** Why the level differs from the one on the track before. */
	changeReason: ChangeReason | null;
	changeNote: string;
}

/** Before anything was said. */
export const NO_ANSWER: Readonly<AnswerContent> = {
	level: null,
	notApplicable: false,
	justification: '',
	evidenceWaiver: '',
	changeReason: null,
	changeNote: ''
};

/** Whether two contents say the same. */
export function isSameContent(a: AnswerContent, b: AnswerContent): boolean {
	return (Object.keys(NO_ANSWER) as (keyof AnswerContent)[]).every((field) => a[field] === b[field]);
}
