import type { AnswerValue } from '../scoring/types.ts';
import type { ChangeReason } from './change-reasons.ts';

/** A decision of the plenary as pages and minutes show it. */
export interface PlenaryDecision {
	region: { code: string; name: string };
	indicator: string;
	self: AnswerValue;
	assessor: AnswerValue;
	/** By the second assessor of a double-scored sample; null = none. */
	second: AnswerValue;
	value: AnswerValue;
	changeReason: ChangeReason | null;
	reason: string;
	/** It decided several at once. */
	together: boolean;
	/** ISO date of the session that decided the same anew later; null = this one stands. */
	revisedOn: string | null;
}
