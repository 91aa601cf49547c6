import { z } from 'zod';

/** A step that a person asks for. `seen` is the number of the last step that the person saw (0 = none): with another
 *  one taken since, nothing moves. */
export const StepRequest = z.strictObject({
	step: z.enum(['submit', 'begin_review', 'assess_directly', 'finish', 'finalise', 'return', 'reopen']),
	reason: z.string().max(2_000).default(''),
	seen: z.int().min(0)
});
