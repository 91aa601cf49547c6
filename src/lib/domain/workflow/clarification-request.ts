import { z } from 'zod';
import { CLARIFICATION_STEPS } from './clarification-machine.ts';
import { MESSAGE_MAX } from './limits.ts';

const message = {
	body: z.string().max(MESSAGE_MAX),
	/** Day by which an answer is asked for; a week on when it is left out. */
	dueOn: z.iso.date().optional(),
	/** Key made by the client: sending it twice is the same as once. */
	requestId: z.string().min(8).max(100)
};

/** A question to the region about one indicator. */
export const QuestionRequest = z.strictObject({ indicator: z.string(), ...message });

/** A step in a thread. `seen` is the number of messages that the person saw in it: with another one since, nothing
 *  moves. `body` may be empty where a thread is settled or withdrawn. */
export const ClarificationStepRequest = z.strictObject({
	step: z.enum(CLARIFICATION_STEPS),
	...message,
	body: message.body.default(''),
	seen: z.int().min(1)
});
