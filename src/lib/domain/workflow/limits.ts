/** The longest justification that is taken, in characters. */
export const JUSTIFICATION_MAX = 10_000;
