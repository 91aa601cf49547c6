/** The longest justification that is taken, in characters. */
export const JUSTIFICATION_MAX = 10_000;

/** The longest waiver of evidence and the longest note on a change, in characters. */
export const EVIDENCE_WAIVER_MAX = 2_000;
export const CHANGE_NOTE_MAX = 2_000;

/** Level from which on evidence or a written waiver is asked for. */
export const EVIDENCE_LEVEL = 3;

/** The longest message of a clarification and the longest internal note, in characters. */
export const MESSAGE_MAX = 4_000;
