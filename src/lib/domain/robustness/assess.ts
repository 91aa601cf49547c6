import { compile } from './compile.ts';
import { sample, simulate } from './simulate.ts';
import { summarise } from './summarise.ts';
import type { Robustness, RobustInput } from './types.ts';

/** Number of samples for the sensitivity: five runs each. */
export const SAMPLES = 1_000;

/** Measures how robust the ranking is, in one go.
 *  @see docs/robustness.md */
export function assessRobustness(input: RobustInput): Robustness {
	const compiled = compile(input);
	return summarise(compiled, [simulate(compiled, 0, input.settings.runs)], [sample(compiled, 0, SAMPLES)]);
}
