/** Refusals that any change may end in, beside those of its own kind: nothing of that name exists, or the actor lacks
 *  the right. */
export interface Refused {
	kind: 'missing' | 'forbidden';
}

/** Somebody wrote since the person looked; nothing was changed. */
export interface Conflict<Current> {
	kind: 'conflict';
	current: Current;
}

/** The state of the thing takes no such change now. */
export interface Locked<Status> {
	kind: 'locked';
	status: Status;
}

/** A field is at fault; `code` ends a message key. */
export interface Invalid<Fault extends { code: string; field: string }> {
	kind: 'invalid';
	fault: Fault;
}
