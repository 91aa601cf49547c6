import type { AnswerValue } from '../scoring/types.ts';
import type { ChangeReason } from './change-reasons.ts';

/** A decision of the plenary as pages and minutes show it. */
export interface PlenaryDecision {
	region: { code: string; name: string };
	indicator: string;
	self: AnswerValue;
	assessor: AnswerValue;
	/** Answer of the second assessor of a double-scored sample; null = none. */
	second: AnswerValue;
	value: AnswerValue;
	changeReason: ChangeReason | null;
	reason: string;
	/** The decision settled several indicators at once. */
	together: boolean;
	/** ISO date of the later session that decided the indicator anew; null = this decision stands. */
	revisedOn: string | null;
}
