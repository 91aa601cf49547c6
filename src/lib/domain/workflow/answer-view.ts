import type { AnswerContent } from './answer-content.ts';
import type { Track } from './types.ts';

/** An answer as the API and the page show it. */
export interface AnswerView extends AnswerContent {
	indicator: string;
	track: Track;
	version: number;
	/** ISO instant. */
	updatedAt: string;
}
