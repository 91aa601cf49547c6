import { z } from 'zod';
import { CHANGE_REASONS } from './change-reasons.ts';
import { CHANGE_NOTE_MAX, EVIDENCE_WAIVER_MAX, JUSTIFICATION_MAX } from './limits.ts';
import { TRACKS } from './types.ts';

/** One write of an answer, as the API and the form send it. `baseVersion` is the version that the writer saw
 *  (0 = none), `requestId` is made by the client: sending it twice is the same as once. Optional fields that are left
 *  out stay as they are. */
export const AnswerWrite = z.strictObject({
	track: z.enum(TRACKS),
	level: z.int().nullable(),
	notApplicable: z.boolean(),
	justification: z.string().max(JUSTIFICATION_MAX),
	/** Reason for a level of 3 or more without evidence. */
	evidenceWaiver: z.string().max(EVIDENCE_WAIVER_MAX).optional(),
	/** Reason for a level that differs from the one on the track before. */
	changeReason: z.enum(CHANGE_REASONS).nullable().optional(),
	changeNote: z.string().max(CHANGE_NOTE_MAX).optional(),
	baseVersion: z.int().min(0),
	requestId: z.string().min(8).max(100)
});
export type AnswerWrite = z.infer<typeof AnswerWrite>;
