import type { Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers } from '../scoring/types.ts';

/** Class that a plan should aim at: the one asked for, or, where that is reached already, the next one above.
 *  @param asked code of a class of the instrument
 *  @returns a class's code; the highest class where that is reached too */
export function targetAhead(instrument: Instrument, answers: Answers, asked: string): string {
	const codes = instrument.classes.map(({ code }) => code); // the highest first
	const present = score(instrument, answers).readinessClass;
	const at = codes.indexOf(asked);
	const standing = present === null ? codes.length : codes.indexOf(present);
	return standing > at ? asked : codes[Math.max(0, standing - 1)]!;
}
