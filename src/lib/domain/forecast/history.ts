import type { AssessmentStatus } from '../workflow/types.ts';
import { type Progress, workDone } from './work.ts';

/** Answers first given on one day, by one person. Days count from the first day of the round, which is 0. */
export interface DayCount {
	day: number;
	count: number;
	/** Id of the person who gave them. */
	by: string;
}

/** Past of one region's assessment. */
export interface RegionHistory {
	code: string;
	/** Number of indicators of the instrument. */
	indicators: number;
	/** Every status that it came to, in order of time. */
	steps: readonly { day: number; to: AssessmentStatus; by: string | null }[];
	self: readonly DayCount[];
	assessor: readonly DayCount[];
}

/** Progress of a region at the end of a day of the round; Infinity = as it stands. */
export function progressOn({ steps, self, assessor, indicators }: RegionHistory, day: number): Progress {
	const status = steps.findLast((step) => step.day <= day)?.to ?? 'not_started';
	return { status, self: countUpTo(self, day), assessor: countUpTo(assessor, day), indicators };
}

/** Share of the whole round's work that was done at the end of a day, 0–1; every region weighs the same. */
export function shareDone(regions: readonly RegionHistory[], day: number): number {
	if (regions.length === 0) return 0;
	const sum = regions.reduce((total, region) => {
		const done = workDone(progressOn(region, day));
		return total + done.region + done.assessor;
	}, 0);
	return Math.min(1, sum / regions.length);
}

function countUpTo(counts: readonly DayCount[], day: number): number {
	return counts.reduce((sum, entry) => (entry.day <= day ? sum + entry.count : sum), 0);
}
