/** A reason why the program cannot start, as one sentence that says what to do. Printed without a stack trace. */
export class StartError extends Error {
	override name = 'StartError';
}
