import { z } from 'zod';
import { FILE_TYPE_NAMES } from './file-types.ts';

export const MEGABYTE = 1024 * 1024;
/** Largest file that the plain form can carry: `BODY_SIZE_LIMIT` in `src/cli/serve.ts` is above it. */
export const MOST_MEGABYTES = 50;

/** Settings of evidence that the administrator decides. */
export const EvidenceSettings = z.strictObject({
	/** The largest file that is taken, in whole megabytes. */
	megabytes: z.coerce.number().int().min(1).max(MOST_MEGABYTES).default(20),
	types: z.array(z.enum(FILE_TYPE_NAMES)).min(1).default(FILE_TYPE_NAMES)
});
export type EvidenceSettings = z.output<typeof EvidenceSettings>;
