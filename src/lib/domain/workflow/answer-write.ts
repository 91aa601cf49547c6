import { z } from 'zod';
import { JUSTIFICATION_MAX } from './limits.ts';
import { TRACKS } from './types.ts';

/** One write of an answer, as the API and the form send it. `baseVersion` is the version that the writer saw
 *  (0 = none), `requestId` is made by the client: sending it twice is the same as once. */
export const AnswerWrite = z.strictObject({
	track: z.enum(TRACKS),
	level: z.int().nullable(),
	notApplicable: z.boolean(),
	justification: z.string().max(JUSTIFICATION_MAX),
	baseVersion: z.int().min(0),
	requestId: z.string().min(8).max(100)
});
export type AnswerWrite = z.infer<typeof AnswerWrite>;
