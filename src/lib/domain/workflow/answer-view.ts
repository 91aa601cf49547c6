import type { ChangeReason } from './change-reasons.ts';
import type { Track } from './types.ts';

/** An answer as the API and the page show it. */
export interface AnswerView {
	indicator: string;
	track: Track;
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** Why a level of 3 or more stands without evidence; empty where nothing was said. */
	evidenceWaiver: string;
	/** Why the level differs from the one on the track before. */
	changeReason: ChangeReason | null;
	changeNote: string;
	version: number;
	/** ISO instant. */
	updatedAt: string;
}
