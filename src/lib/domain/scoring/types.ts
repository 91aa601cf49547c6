/** Answer to one indicator: a level, `'na'` for not applicable, null or absent for unanswered. */
export type AnswerValue = number | 'na' | null;

/** Answers by indicator code. */
export type Answers = Readonly<Record<string, AnswerValue | undefined>>;

/** The result of an assessment; numbers are the nearest doubles of exact values, rounded only when shown. */
export interface Score {
	/** Index within the range of the levels, such as 1 to 5; null when nothing has a value. */
	index: number | null;
	/** Share, 0 to 1: effective weight answered / effective weight applicable; 1 when nothing applies. */
	completeness: number;
	/** Code of the predicate; null while completeness is under 50 % or there is no index. */
	predicate: string | null;
	/** Code of the readiness class; null as above. */
	readinessClass: string | null;
	/** Index by domain code; null where the domain has no valued indicator. */
	domains: Record<string, number | null>;
	/** Level by gating indicator; null where unanswered; a gate that does not apply is absent. */
	gates: Record<string, number | null>;
}
