import type { ChangeReason } from './change-reasons.ts';

/** Content of an answer: all fields that a person can change. */
export interface AnswerContent {
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** Reason for a level of 3 or more without evidence; empty where none was given. */
	evidenceWaiver: string;
	/** Reason for a level that differs from the one on the track before. */
	changeReason: ChangeReason | null;
	changeNote: string;
}

/** Content before the first answer. */
export const NO_ANSWER: Readonly<AnswerContent> = {
	level: null,
	notApplicable: false,
	justification: '',
	evidenceWaiver: '',
	changeReason: null,
	changeNote: ''
};

/** Tells whether two contents are the same in every field. */
export function isSameContent(a: AnswerContent, b: AnswerContent): boolean {
	return (Object.keys(NO_ANSWER) as (keyof AnswerContent)[]).every((field) => a[field] === b[field]);
}
