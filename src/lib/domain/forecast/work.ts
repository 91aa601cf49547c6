import { type AssessmentStatus, isAssessed } from '../workflow/types.ts';

/** Shares of the work of one region; together 1. Reasons stand in docs/forecast.md. */
export const WORK_SHARES = {
	/** The region answers its indicators. */
	answers: 0.25,
	/** The region submits. */
	submission: 0.05,
	/** The assessor scores the indicators. */
	scores: 0.6,
	/** The assessor finishes: clarifications settled, evidence and reasons complete. */
	finish: 0.1
} as const;

/** Shares of the region itself and of its assessor. */
export const REGION_SHARE = WORK_SHARES.answers + WORK_SHARES.submission;
export const ASSESSOR_SHARE = WORK_SHARES.scores + WORK_SHARES.finish;

export interface Progress {
	status: AssessmentStatus;
	/** Indicators answered by the region and scored by the assessor; "not applicable" is an answer. */
	self: number;
	assessor: number;
	/** Number of indicators of the instrument. */
	indicators: number;
}

/** Work done of one region: its own part (0 to REGION_SHARE) and the assessor's (0 to ASSESSOR_SHARE). A region's own
 *  part is behind it once the assessment is in the assessor's hands, also when it was assessed directly. */
export function workDone({ status, self, assessor, indicators }: Progress): { region: number; assessor: number } {
	if (isAssessed(status)) return { region: REGION_SHARE, assessor: ASSESSOR_SHARE };
	const isOwnTurn = status === 'not_started' || status === 'self_assessment';
	return {
		region: isOwnTurn ? WORK_SHARES.answers * share(self, indicators) : REGION_SHARE,
		assessor: WORK_SHARES.scores * share(assessor, indicators)
	};
}

function share(count: number, of: number): number {
	return of === 0 ? 0 : Math.min(1, count / of);
}
